import type { LabRun } from "./wire";

/** Each step of the axis is ten times the one before: stages differ by thousands. */
export interface Scale {
  /** Powers of ten, from the first to the last mark. */
  first: number;
  last: number;
}

/** From the power of ten below the quickest to the one above the slowest. */
export function scaleOf(millis: readonly number[]): Scale {
  const known = millis.filter((each) => each > 0);
  if (known.length === 0) return { first: 0, last: 1 };
  const first = Math.floor(Math.log10(Math.min(...known)));
  return { first, last: Math.max(first + 1, Math.ceil(Math.log10(Math.max(...known)))) };
}

/** How far along the axis, in percent; what took no measurable time stands at its beginning. */
export function placeOn({ first, last }: Scale, millis: number): number {
  if (millis <= 0) return 0;
  const share = (Math.log10(millis) - first) / (last - first);
  return Math.max(0, Math.min(1, share)) * 100;
}

export function marksOf({ first, last }: Scale): number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => 10 ** (first + step));
}

/** One scale for all charts of a run, so that they can be compared. */
export function scaleOfRun({ stages }: LabRun): Scale {
  return scaleOf(
    stages.flatMap(({ questions }) =>
      questions.flatMap(({ p50Ms, p95Ms, dbP50Ms, appP50Ms }) => [p50Ms, p95Ms, dbP50Ms, appP50Ms]),
    ),
  );
}

/** The reports of a run, in the order in which they were asked. */
export function reportsOf({ stages }: LabRun): string[] {
  return [...new Set(stages.flatMap(({ questions }) => questions.map(({ report }) => report)))];
}
