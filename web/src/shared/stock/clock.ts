// Devices have wrong clocks; an age or a countdown by them would be wrong by minutes. Every fresh
// answer says a time of the server that is not later than now, so the largest gap is the best one.

const KEPT_AS = "holdfast.clock";
/** Below this, the way of the answer explains the gap. */
const NOTICEABLE_MILLIS = 3_000;

function kept(): number {
  const millis = Number(localStorage.getItem(KEPT_AS));
  return Number.isFinite(millis) ? millis : 0;
}

let offsetMillis = kept();
let best = Number.NEGATIVE_INFINITY;

/** Takes the server's time out of an answer that has just arrived. */
export function noteServerTime(at: string, receivedMillis = Date.now()): void {
  const gap = Date.parse(at) - receivedMillis;
  if (!(gap > best)) return;
  best = gap;
  const noticed = Math.abs(gap) < NOTICEABLE_MILLIS ? 0 : gap;
  if (noticed === offsetMillis) return;
  offsetMillis = noticed;
  localStorage.setItem(KEPT_AS, String(Math.round(noticed)));
}

/** Milliseconds since 1970 by the server's clock, as well as this device knows it. */
export function serverNow(): number {
  return Date.now() + offsetMillis;
}
