import type { FullConfig, Reporter, Suite, TestCase, TestResult } from "@playwright/test/reporter";

const WIDTH = 100;

/** Says which picture is being taken: one moving line on a terminal, a line each elsewhere. */
export default class Progress implements Reporter {
  private readonly moving = process.stdout.isTTY;
  private all = 0;
  private begun = 0;
  private shown = false;

  onBegin(_config: FullConfig, suite: Suite): void {
    this.all = suite.allTests().length;
  }

  onStdOut(chunk: string | Buffer): void {
    for (const line of chunk.toString().split("\n")) if (line.trim()) this.show(line.trim());
  }

  onTestBegin(test: TestCase): void {
    this.begun++;
    this.show(`${this.begun}/${this.all}  ${test.title}`);
  }

  onTestEnd(test: TestCase, { status, errors }: TestResult): void {
    if (status === "passed" || status === "skipped") return;
    this.clear();
    const said = errors.map((error) => error.message ?? String(error.value)).join("\n");
    process.stdout.write(`  FAILED ${test.title}\n${said.replace(/^/gm, "    ")}\n`);
  }

  onError(error: { message?: string }): void {
    this.clear();
    process.stderr.write(`${error.message ?? "The pictures could not be begun."}\n`);
  }

  onEnd(): void {
    this.clear();
  }

  printsToStdio(): boolean {
    return true;
  }

  private show(text: string): void {
    const line = `  ${text}`.slice(0, WIDTH);
    process.stdout.write(this.moving ? `\r\u001b[K${line}` : `${line}\n`);
    this.shown = true;
  }

  private clear(): void {
    if (this.moving && this.shown) process.stdout.write("\r\u001b[K");
    this.shown = false;
  }
}
