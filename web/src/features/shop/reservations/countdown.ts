/** Minutes before the end at which somebody who cannot see the figures is told. */
const TOLD_AT_MINUTES = [30, 10, 5, 2, 1];

/** 59:08, and 1:05:10 where it is more than an hour. */
export function clockText(millis: number): string {
  const seconds = Math.max(0, Math.ceil(millis / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const two = (figure: number) => String(figure).padStart(2, "0");
  const rest = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** What is said aloud: the same words between two marks, so that nothing is said twice. */
export function spokenText(millis: number): string {
  if (millis <= 0) return "The time is over.";
  const passed = TOLD_AT_MINUTES.filter((minutes) => millis <= minutes * 60_000);
  const mark = passed.at(-1);
  if (mark === undefined) return "";
  return mark === 1 ? "Less than a minute left." : `Less than ${mark} minutes left.`;
}
