const DAY = format({ weekday: "short", day: "numeric", month: "short" });
const SHORT_DAY = format({ day: "numeric", month: "short" });
const DATED = format({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const MONTH = format({ month: "long", year: "numeric" });
const SHORT_MONTH = format({ month: "short", year: "2-digit" });
export const WEEKDAYS = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
];
const DAY_DIGITS = 10;

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" });
}

/** The day of a wall time, as a moment that formats without a time zone can write. */
function noon(time: string): number {
  return Date.parse(`${time.slice(0, DAY_DIGITS)}T12:00:00Z`);
}

/** Fri, Nov 20, 14:00: where a row of a report begins, by the clock on the location's wall. */
export function timeText(time: string, by: string | null): string {
  if (by === "month") return MONTH.format(noon(time));
  if (by === "week") return `Week of ${SHORT_DAY.format(noon(time))}`;
  const hour = time.slice(DAY_DIGITS + 1, DAY_DIGITS + 6);
  return hour ? `${DAY.format(noon(time))}, ${hour}` : DAY.format(noon(time));
}

/** The same where there is little room. */
export function shortTimeText(time: string, by: string | null): string {
  if (by === "month") return SHORT_MONTH.format(noon(time));
  const hour = time.slice(DAY_DIGITS + 1, DAY_DIGITS + 6);
  return hour && hour !== "00:00" ? hour : SHORT_DAY.format(noon(time));
}

/** Fri, Nov 20, 2026. */
export function dateText(day: string): string {
  return DATED.format(noon(day));
}

/** "Oct 25 to Nov 21, 2026", or one day. */
export function rangeText(from: string, to: string): string {
  if (from === to) return dateText(from);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const first = SHORT_DAY.format(noon(from)) + (sameYear ? "" : `, ${from.slice(0, 4)}`);
  return `${first} to ${SHORT_DAY.format(noon(to))}, ${to.slice(0, 4)}`;
}

/** Friday, of 5 or "friday". */
export function weekdayText(value: string | number): string {
  return WEEKDAYS[weekdayNumber(value) - 1] ?? String(value);
}

/** 1 is Monday, as ISO 8601 has it. */
export function weekdayNumber(value: string | number): number {
  if (typeof value === "number") return value;
  const named = WEEKDAYS.findIndex((name) => name.toLowerCase() === value.toLowerCase());
  return named >= 0 ? named + 1 : Number(value);
}

/** 9 of 9 or "09:00". */
export function hourNumber(value: string | number): number {
  return typeof value === "number" ? value : Number.parseInt(value, 10);
}

export function hourText(value: string | number): string {
  return `${String(hourNumber(value)).padStart(2, "0")}:00`;
}
