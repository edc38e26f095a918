/** Room above the highest value. */
const HEADROOM = 1.1;
/** Rates stand close to all or to nothing; a scale from nothing would show one line. */
const RATE_STEP = 0.05;
const LOWEST_CUT = 0.5;

/** From where to where an axis goes; only that of high rates begins above nothing. */
export function axisRange(values: (number | null)[], isRate: boolean): [number, number] {
  const known = values.filter((value) => value !== null);
  const most = Math.max(...known, 0);
  const least = Math.min(...known, most);
  if (isRate && least > LOWEST_CUT) {
    // A step below the lowest; sums of steps are not exact.
    const floor = Math.round((Math.floor(least / RATE_STEP) - 1) * RATE_STEP * 100) / 100;
    return [floor, 1];
  }
  const bottom = least < 0 ? least * HEADROOM : 0;
  if (most <= 0) return [bottom, bottom < 0 ? 0 : 1];
  return [bottom, isRate ? Math.min(1, most * HEADROOM) : most * HEADROOM];
}
