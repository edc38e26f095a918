import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

const WORKER = "/worker.js";

/**
 * Stands between the browser and the server as a newer program would: the pages and the worker of
 * each version differ. It can also go away and come back within a moment.
 */
export class Versions {
  readonly #target: string;
  #server: Server | undefined;
  #port = 0;
  version = "first";
  /** The worker is given a page that names other files than its own. */
  pageOfOtherFiles = false;
  /** How many pages workers have asked for. */
  pagesForWorkers = 0;

  constructor(target: string) {
    this.#target = target;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async begin(): Promise<void> {
    const server = createServer(async (request, response) => {
      const path = request.url ?? "/";
      const headers = { Accept: request.headers.accept ?? "*/*", "Holdfast-Client": "web" };
      const answer = await fetch(this.#target + path, { headers });
      const type = answer.headers.get("Content-Type") ?? "";
      const forWorker =
        type.startsWith("text/html") && request.headers["sec-fetch-mode"] === "cors";
      if (forWorker) this.pagesForWorkers++;
      for (const name of ["Content-Type", "Content-Security-Policy", "Cache-Control"]) {
        const value = answer.headers.get(name);
        if (value) response.setHeader(name, value);
      }
      const bytes = Buffer.from(await answer.arrayBuffer());
      response.statusCode = answer.status;
      const own = this.#asOfVersion(path, type, bytes);
      const foreign = forWorker && this.pageOfOtherFiles;
      response.end(foreign ? own.toString().replaceAll("/assets/index-", "/assets/other-") : own);
    });
    await new Promise<void>((done) => server.listen(this.#port, "127.0.0.1", done));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async halt(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }

  #asOfVersion(path: string, type: string, bytes: Buffer): Buffer {
    const text = bytes.toString();
    if (path === WORKER) {
      return Buffer.from(text.replace(/VERSION = "[^"]+"/, `VERSION = "${this.version}"`));
    }
    if (!type.startsWith("text/html")) return bytes;
    return Buffer.from(text.replace(/(?<=name="description" content=")[^"]*/, () => this.version));
  }
}
