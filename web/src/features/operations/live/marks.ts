const MINUTE_SECONDS = 60;
const TO_THE_MINUTE = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const TO_THE_SECOND = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** Marks of a time axis, of seconds since 1970: 12:03, or 12:03:30 where they are closer than that. */
export function timeMarks(seconds: number[], step: number): string[] {
  const format = step < MINUTE_SECONDS ? TO_THE_SECOND : TO_THE_MINUTE;
  return seconds.map((second) => format.format(second * 1_000));
}
