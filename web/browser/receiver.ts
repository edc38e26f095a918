import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What a delivery brought. */
export interface Delivery {
  path: string;
  body: string;
  signature: string;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** A server of a partner that is told of changes, on a free port of this machine. */
export class Receiver {
  readonly deliveries: Delivery[] = [];
  /** What it answers from now on. */
  status = 200;
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const signature = String(request.headers["holdfast-signature"]);
        const { status } = this;
        if (status < 300) this.deliveries.push({ path: request.url ?? "", body, signature });
        response.writeHead(status).end();
      });
    });
  }

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((done) => receiver.server.listen(0, "127.0.0.1", done));
    return receiver;
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  /** The deliveries that it took and that speak of something. */
  about(word: string): Delivery[] {
    return this.deliveries.filter(({ body }) => body.includes(word));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}

/** Whether a delivery carries the signature that the secret makes: docs/reference/webhooks.md. */
export function isSignedWith({ signature, body }: Delivery, secret: string): boolean {
  const parts = signature.split(",").map((part) => part.split("="));
  const time = parts.find(([name]) => name === "t")?.[1];
  const expected = createHmac("sha256", secret).update(`${time}.`).update(body).digest("hex");
  return parts.some(([name, hex]) => name === "v1" && hex === expected);
}
