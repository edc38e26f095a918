export interface TimeLeft {
  tone: "good" | "warning" | "bad";
  text: string;
}

/** Below this somebody has to run. */
const SOON_MILLIS = 45 * 60_000;
const MINUTE = 60_000;

/** How long until a carrier leaves, in words: colour alone would tell nothing to some. */
export function timeLeft(cutOff: string, nowMillis: number): TimeLeft {
  const left = Date.parse(cutOff) - nowMillis;
  if (left < 0) return { tone: "bad", text: `Late by ${lasting(-left)}` };
  if (left < SOON_MILLIS) return { tone: "warning", text: `Only ${lasting(left)} left` };
  return { tone: "good", text: `${lasting(left)} left` };
}

/** 40 s, 12 min, 3 h 5 min, 2 days. */
function lasting(millis: number): string {
  const minutes = Math.floor(millis / MINUTE);
  if (minutes < 1) return `${Math.floor(millis / 1_000)} s`;
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} days`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** Whose clock that is: "Los Angeles time". */
export function zoneName(timeZone: string): string {
  return `${(timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ")} time`;
}

/** When it is there: "Fri 16:30". */
export function clockThere(at: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en", {
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  return format.format(Date.parse(at));
}
