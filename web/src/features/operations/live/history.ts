import type { OperationsReport, Sample } from "./types";

/** 15 minutes of samples, one every five seconds. */
export const SAMPLES = 180;

/** The report with one more sample; one that is known already, or older, changes nothing. */
export function withSample(report: OperationsReport, sample: Sample): OperationsReport {
  const last = report.history.at(-1);
  if (last && Date.parse(last.at) >= Date.parse(sample.at)) return report;
  return {
    ...report,
    asOf: sample.at,
    now: sample,
    history: [...report.history, sample].slice(-SAMPLES),
  };
}

/** Every twelfth sample, newest first: a table that can be read to its end. */
export function minuteByMinute(history: Sample[]): Sample[] {
  return history.filter((_, place) => (history.length - 1 - place) % 12 === 0).reverse();
}
