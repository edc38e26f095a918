import { lengthOf } from "@/shared/ui/time";

const DAY = new Intl.DateTimeFormat("en", {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});
const ZONED = new Map<string, Intl.DateTimeFormat>();

/** Fri, Nov 27: a day by the calendar, wherever the reader is. */
export function dayText(day: string): string {
  return DAY.format(Date.parse(`${day}T00:00:00Z`));
}

function zoned(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = ZONED.get(timeZone ?? "");
  if (known) return known;
  const made = new Intl.DateTimeFormat("en", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    ...(timeZone ? { timeZone, timeZoneName: "short" } : {}),
  });
  ZONED.set(timeZone ?? "", made);
  return made;
}

/** Fri, Nov 27, 14:00 PST: by the clock on that location's wall, as its people read it. */
export function wallTime(at: string, timeZone?: string): string {
  return zoned(timeZone).format(Date.parse(at));
}

/** "in 3 h", or "2 days ago". */
export function fromNow(at: string, now: number): string {
  const left = Date.parse(at) - now;
  return left >= 0 ? `in ${lengthOf(left)}` : `${lengthOf(-left)} ago`;
}

/** Today by this device's calendar, as 2026-11-27. */
export function today(now: number): string {
  const at = new Date(now);
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The first instant after a day of this device's calendar. */
export function endOf(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + 1).toISOString();
}
