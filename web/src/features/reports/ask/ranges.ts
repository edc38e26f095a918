import { type Day, daysIn, paydaysUntil, plusDays } from "./days";

export interface Range {
  from: Day;
  to: Day;
}

const USUAL_DAYS = 28;

function last(days: number): (today: Day) => Range {
  return (today) => ({ from: plusDays(today, 1 - days), to: today });
}

/** What most people want, one press away. */
export const QUICK: readonly { label: string; range(today: Day): Range }[] = [
  { label: "Last 7 days", range: last(7) },
  { label: "Last 28 days", range: last(USUAL_DAYS) },
  { label: "This month", range: (today) => ({ from: `${today.slice(0, 8)}01`, to: today }) },
  { label: "Last payday", range: lastPayday },
];

function lastPayday(today: Day): Range {
  const [day = today] = paydaysUntil(today, 1);
  return { from: day, to: day };
}

/** Without a wish: four whole weeks, so that every weekday counts as often. */
export function usualRange(today: Day): Range {
  return last(USUAL_DAYS)(today);
}

/** The range as long as this one that ends the day before it. */
export function rangeBefore({ from, to }: Range): Range {
  return { from: plusDays(from, -daysIn(from, to)), to: plusDays(from, -1) };
}
