const DAY_MILLIS = 86_400_000;
const FRIDAY = 5;
/** Pay comes on the first and the third of these. */
const PAYDAY_FRIDAYS = [1, 3];

/** A day of the calendar: 2026-11-20. Days are counted in UTC, where each has 24 hours. */
export type Day = string;

export function isDay(text: string | null): text is Day {
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const millis = Date.parse(`${text}T00:00:00Z`);
  // JavaScript takes February 30 for March 2.
  return !Number.isNaN(millis) && dayOf(millis) === text;
}

function dayOf(millis: number): Day {
  return new Date(millis).toISOString().slice(0, 10);
}

export function plusDays(day: Day, days: number): Day {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * DAY_MILLIS);
}

/** How many days a range has, its last one too. */
export function daysIn(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLIS) + 1;
}

/** Today by this device's calendar. */
export function today(now = new Date()): Day {
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** 1 is Monday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

function isPayday(day: Day): boolean {
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  return weekdayOf(day) === FRIDAY && PAYDAY_FRIDAYS.includes(nth);
}

/** The paydays that have begun by a day, the latest first. */
export function paydaysUntil(day: Day, most: number): Day[] {
  const found: Day[] = [];
  for (let at = day; found.length < most; at = plusDays(at, -1)) if (isPayday(at)) found.push(at);
  return found;
}
