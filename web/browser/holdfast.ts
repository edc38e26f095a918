import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = process.env.HOLDFAST_HOME ?? resolve("..");
const RUNS = resolve("target/browser");
const START_MILLIS = 120_000;
const STOP_MILLIS = 20_000;

/** Deliveries may come to this machine, and are given up after two tries instead of an hour. */
const FOR_WEBHOOKS = {
  HOLDFAST_WEBHOOK_ALLOWED_NETWORKS: "127.0.0.1/32",
  HOLDFAST_WEBHOOK_RETRY_SECONDS: "1",
};

interface RunFile {
  pid: number;
  url: string;
  postgresPid?: number;
}

function pause(millis: number): Promise<void> {
  return new Promise((done) => setTimeout(done, millis));
}

/** A server of its own with the demo company and an embedded PostgreSQL, in a fresh folder. */
export class Holdfast {
  readonly folder: string;
  private process: ChildProcess | undefined;
  private run: RunFile | undefined;
  private port = 0;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async start(): Promise<Holdfast> {
    mkdirSync(RUNS, { recursive: true });
    const server = new Holdfast(mkdtempSync(join(RUNS, "run-")));
    await server.begin();
    return server;
  }

  /** Starts the program in its folder; later times on the port that it had before. */
  async begin(): Promise<void> {
    const log = openSync(join(this.folder, "server.log"), "a");
    const port = String(this.port);
    this.process = spawn(
      join(ROOT, "holdfast"),
      ["serve", "--demo", "--data", this.folder, "--port", port, "--management-port", "0"],
      { stdio: ["ignore", log, log], cwd: ROOT, env: { ...process.env, ...FOR_WEBHOOKS } },
    );
    const end = Date.now() + START_MILLIS;
    while (Date.now() < end) {
      const run = this.readRun();
      if (run && (await this.answers(run.url))) {
        this.run = run;
        this.port = Number(new URL(run.url).port);
        return;
      }
      if (this.process.exitCode !== null) break;
      await pause(200);
    }
    throw new Error(`The server did not start:\n${this.tail()}`);
  }

  private readRun(): RunFile | undefined {
    const file = join(this.folder, "run.json");
    if (!existsSync(file)) return undefined;
    try {
      const run = JSON.parse(readFileSync(file, "utf8")) as RunFile;
      return run.pid && run.pid !== this.run?.pid ? run : undefined;
    } catch {
      return undefined; // Half written.
    }
  }

  private async answers(url: string): Promise<boolean> {
    return fetch(`${url}/_health`).then(
      (answer) => answer.ok,
      () => false,
    );
  }

  get url(): string {
    if (!this.run) throw new Error("The server is not running.");
    return this.run.url;
  }

  /** The key of the demo company's first admin. */
  get key(): string {
    return readFileSync(join(this.folder, "first-admin-key"), "utf8").trim();
  }

  /** The first admin's password. */
  get password(): string {
    return readFileSync(join(this.folder, "first-admin-password"), "utf8").trim();
  }

  /** Ends the program, its database too, and keeps the folder. */
  async halt(): Promise<void> {
    if (this.run) process.kill(this.run.pid, "SIGTERM");
    const end = Date.now() + STOP_MILLIS;
    while (this.process?.exitCode === null && Date.now() < end) await pause(100);
    if (this.process?.exitCode === null) {
      if (this.run?.postgresPid) process.kill(this.run.postgresPid, "SIGKILL");
      this.process.kill("SIGKILL");
    }
  }

  /** Ends it and deletes the folder. */
  async stop(): Promise<void> {
    await this.halt();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Asks the API as the admin: for what a test needs before a person comes. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        Authorization: `Bearer ${this.key}`,
        "Idempotency-Key": crypto.randomUUID(),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as T;
  }

  private tail(): string {
    return readFileSync(join(this.folder, "server.log"), "utf8").split("\n").slice(-20).join("\n");
  }
}
