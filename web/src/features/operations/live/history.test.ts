import { describe, expect, it } from "vitest";
import { minuteByMinute, SAMPLES, withSample } from "./history";
import type { OperationsReport, Sample } from "./types";

function sample(second: number): Sample {
  return {
    at: new Date(second * 1_000).toISOString(),
    lookupsPerSecond: second,
    commandsPerSecond: 0,
    refusalsPerSecond: 0,
    unknownsPerSecond: 0,
    commandP50Millis: 0,
    commandP99Millis: 0,
    lookupP99Millis: 0,
    feedAgeMillis: 0,
    batchSizeMean: 0,
    waiting: 0,
    streamsOpen: 0,
    storeReachable: true,
  };
}

function report(samples: Sample[]): OperationsReport {
  return {
    asOf: "",
    node: { version: "1", roles: [], startedAt: "" },
    now: samples.at(-1) ?? sample(0),
    history: samples,
    hot: [],
  };
}

describe("withSample", () => {
  it("keeps 15 minutes", () => {
    const full = report(Array.from({ length: SAMPLES }, (_, i) => sample(i * 5)));
    const next = withSample(full, sample(SAMPLES * 5));
    expect(next.history).toHaveLength(SAMPLES);
    expect(next.history[0]?.lookupsPerSecond).toBe(5);
    expect(next.now.lookupsPerSecond).toBe(SAMPLES * 5);
  });

  it("ignores a sample that came again after a reconnect", () => {
    const known = report([sample(5), sample(10)]);
    expect(withSample(known, sample(10))).toBe(known);
    expect(withSample(known, sample(5))).toBe(known);
  });
});

it("tells the table minute by minute, the newest first", () => {
  const seconds = minuteByMinute(Array.from({ length: 30 }, (_, i) => sample(i * 5))).map(
    (told) => told.lookupsPerSecond,
  );
  expect(seconds).toEqual([145, 85, 25]);
});
