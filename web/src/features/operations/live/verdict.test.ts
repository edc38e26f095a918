import { describe, expect, it } from "vitest";
import type { Sample } from "./types";
import { verdictOf } from "./verdict";

const QUIET: Sample = {
  at: "2026-11-21T12:00:00Z",
  lookupsPerSecond: 1_204,
  commandsPerSecond: 320,
  refusalsPerSecond: 1,
  unknownsPerSecond: 0,
  commandP50Millis: 2.1,
  commandP99Millis: 9,
  lookupP99Millis: 0.4,
  feedAgeMillis: 120,
  batchSizeMean: 4,
  waiting: 3,
  streamsOpen: 12,
  storeReachable: true,
};

describe("verdictOf", () => {
  it("says that all is well, and how much is going on", () => {
    const verdict = verdictOf(QUIET, 3_000);
    expect(verdict.mood).toBe("well");
    expect(verdict.text).toContain("1,204 lookups and 320 commands a second");
  });

  it("names the one thing that is wrong in its title", () => {
    const verdict = verdictOf({ ...QUIET, feedAgeMillis: 7_400 }, 3_000);
    expect(verdict.mood).toBe("strained");
    expect(verdict.title).toBe("Lookups are 7.4 s behind.");
  });

  it("is ill when no command can be taken", () => {
    const verdict = verdictOf({ ...QUIET, storeReachable: false, unknownsPerSecond: 2 }, 0);
    expect(verdict.mood).toBe("ill");
    expect(verdict.findings).toHaveLength(2);
  });

  it("claims nothing about now when the figures are old", () => {
    const verdict = verdictOf({ ...QUIET, storeReachable: false }, 60_000);
    expect(verdict.mood).toBe("silent");
    expect(verdict.findings).toEqual([]);
  });
});
