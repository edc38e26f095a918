import { describe, expect, it, vi } from "vitest";
import { ApiError } from "./errors";
import { isUnsettled, settled } from "./settle";

function refused(status: number, kind: string): ApiError {
  return ApiError.of(status, {
    type: `https://holdfast.dev/problems/${kind}`,
    title: kind,
    status,
  });
}

describe("a command whose answer is lost", () => {
  it("is sent again until the server has decided", async () => {
    vi.useFakeTimers();
    const answers = [ApiError.unreachable(), refused(409, "still-running")];
    const asked = settled(async () => {
      const failed = answers.shift();
      if (failed) throw failed;
      return "done";
    });
    await vi.runAllTimersAsync();
    expect(await asked).toBe("done");
    vi.useRealTimers();
  });

  it("is not sent again after a refusal", async () => {
    let sent = 0;
    const asked = settled(async () => {
      sent++;
      throw refused(409, "order-changed");
    });
    await expect(asked).rejects.toThrow("order-changed");
    expect(sent).toBe(1);
  });

  it("is open only while nobody decided", () => {
    expect(isUnsettled(ApiError.unreachable())).toBe(true);
    expect(isUnsettled(refused(503, "outcome-unknown"))).toBe(true);
    expect(isUnsettled(refused(409, "order-changed"))).toBe(false);
  });
});
