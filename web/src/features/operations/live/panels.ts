import { figure, millisText } from "./figures";
import type { Sample } from "./types";

export type Ink = "first" | "second" | "third";

export interface Series {
  name: string;
  ink: Ink;
  /** Undefined where nothing happened that could be measured. */
  value(sample: Sample): number | undefined;
}

/** One chart: series of one unit, so that one axis is enough. */
export interface Panel {
  title: string;
  /** What a person learns from it. */
  text: string;
  format(value: number): string;
  series: Series[];
}

export const PANELS: readonly Panel[] = [
  {
    title: "Lookups per second",
    text: "Answered from memory",
    format: figure,
    series: [{ name: "Lookups", ink: "first", value: (sample) => sample.lookupsPerSecond }],
  },
  {
    title: "Commands per second",
    text: "Sales, reservations, counts: decided by the database",
    format: figure,
    series: [{ name: "Commands", ink: "first", value: (sample) => sample.commandsPerSecond }],
  },
  {
    title: "Time to answer",
    text: "Half are faster than p50, 99 of 100 faster than p99",
    format: millisText,
    series: [
      { name: "Commands p99", ink: "second", value: (sample) => sample.commandP99Millis },
      { name: "Commands p50", ink: "first", value: (sample) => sample.commandP50Millis },
      { name: "Lookups p99", ink: "third", value: (sample) => sample.lookupP99Millis },
    ],
  },
  {
    title: "Not done, per second",
    text: "Refused is normal when things sell out; unknown never is",
    format: figure,
    series: [
      { name: "Refused", ink: "first", value: (sample) => sample.refusalsPerSecond },
      { name: "Outcome unknown", ink: "second", value: (sample) => sample.unknownsPerSecond },
    ],
  },
  {
    title: "Age of the feed",
    text: "How far lookups are behind; over 1 s they say so",
    format: millisText,
    series: [{ name: "Age", ink: "first", value: (sample) => sample.feedAgeMillis }],
  },
  {
    title: "Batches",
    text: "The busier, the bigger: that is what keeps payday quick",
    format: figure,
    series: [
      { name: "Commands per batch", ink: "first", value: (sample) => sample.batchSizeMean },
      { name: "Waiting", ink: "second", value: (sample) => sample.waiting },
    ],
  },
];
