import type { Kind } from "../wire";

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const DURATIONS = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 4, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 4, 7, 14, 28, 56, 112, 364].map((days) => days * DAY),
];
const MOST_DIGITS = 12;
/** 1, 2, 5, 10 and so on. */
const WHOLE = Array.from({ length: MOST_DIGITS }, (_, digits) =>
  [1, 2, 5].map((first) => first * 10 ** digits),
).flat();

/** How far lines of a grid may be apart, so that they stand at hours or at whole orders. */
export function stepsOf(kind: Kind): number[] | undefined {
  if (kind === "duration") return DURATIONS;
  return kind === "count" || kind === "money" || kind === "length" ? WHOLE : undefined;
}
