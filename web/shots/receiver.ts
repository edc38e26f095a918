import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** Takes what webhooks bring; what comes to /labels it refuses, as a system does that is broken. */
export class Receiver {
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
  }

  static start(): Promise<Receiver> {
    const server = createServer((asked, answer) => {
      asked.resume();
      asked.on("end", () => {
        answer.statusCode = asked.url?.startsWith("/labels") ? 503 : 204;
        answer.end();
      });
    });
    return new Promise((done) => {
      server.listen(0, "127.0.0.1", () => done(new Receiver(server)));
    });
  }

  address(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
