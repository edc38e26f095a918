const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const TENTHS = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const HUNDREDTHS = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const COMPACT = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** Three digits that say something: 3,204, 41.5, 0.61. */
export function figure(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return WHOLE.format(value);
  return (size >= 10 ? TENTHS : HUNDREDTHS).format(value);
}

/** The same where there is little room: 3.2K. */
export function shortFigure(value: number): string {
  return Math.abs(value) >= 1_000 ? COMPACT.format(value) : figure(value);
}

/** What stands where there is nothing to measure. */
export const NOTHING = "\u2013";

/** Milliseconds as people read them: 9.1 ms, 7.4 s. */
export function millisText(millis: number): string {
  return millis < 1_000 ? `${figure(millis)} ms` : `${figure(millis / 1_000)} s`;
}
