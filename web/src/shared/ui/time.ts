const DAY_AND_TIME = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const TIME = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** 21 Nov, 12:03. */
export function dayAndTime(at: string): string {
  return DAY_AND_TIME.format(Date.parse(at));
}

/** 12:03:05, of milliseconds since 1970. */
export function clockTime(millis: number): string {
  return TIME.format(millis);
}

/** A length of time in its largest sensible unit: 14 s, 5 min, 3 h, 12 days. */
export function lengthOf(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1_000));
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 100) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}
