import { describe, expect, it } from "vitest";
import { clockText, spokenText } from "./countdown";

const MINUTE = 60_000;

describe("the countdown", () => {
  it("shows minutes and seconds, and hours only where there are any", () => {
    expect(clockText(14 * MINUTE + 32_000)).toBe("14:32");
    expect(clockText(60 * MINUTE)).toBe("1:00:00");
    expect(clockText(400)).toBe("00:01");
    expect(clockText(-5)).toBe("00:00");
  });

  it("speaks a few times only", () => {
    const said = new Set<string>();
    for (let millis = 60 * MINUTE; millis >= 0; millis -= 1000) said.add(spokenText(millis));
    expect([...said]).toEqual([
      "",
      "Less than 30 minutes left.",
      "Less than 10 minutes left.",
      "Less than 5 minutes left.",
      "Less than 2 minutes left.",
      "Less than a minute left.",
      "The time is over.",
    ]);
  });
});
