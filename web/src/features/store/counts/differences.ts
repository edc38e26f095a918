import { rounded } from "@/shared/stock";
import type { Sheet, SheetLine } from "./sheet";

/** What is going to be posted for one item, and why. */
export interface Difference {
  line: SheetLine;
  counted: number;
  /** What moved since it was counted; undefined where nobody knows. */
  moved: number | undefined;
  /** What the position will be set to. */
  posted: number;
  /** Posted less what is on hand now; undefined where that is unknown. */
  difference: number | undefined;
}

/**
 * A count says what was there at its moment. What was sold or received between that moment and the
 * posting is carried over; setting the bare count would undo it. Below zero there is nothing.
 */
export function differenceOf(line: SheetLine, counted: number, onHandNow?: number): Difference {
  const { onHandThen, scale } = line;
  const known = onHandThen !== undefined && onHandNow !== undefined;
  const moved = known ? rounded(onHandNow - onHandThen, scale) : undefined;
  const posted = Math.max(0, rounded(counted + (moved ?? 0), scale));
  const compared = onHandNow ?? onHandThen;
  const difference = compared === undefined ? undefined : rounded(posted - compared, scale);
  return { line, counted, moved, posted, difference };
}

/** All that is counted, the largest surprises first. What is left is 0 only where that is meant. */
export function differencesOf(
  sheet: Sheet,
  onHand: ReadonlyMap<string, number>,
  restIsNone: boolean,
): Difference[] {
  const differences: Difference[] = [];
  for (const line of sheet.lines) {
    const now = onHand.get(line.sku);
    if (line.counted !== undefined) differences.push(differenceOf(line, line.counted, now));
    else if (restIsNone)
      differences.push({
        ...differenceOf(line, 0, now),
        moved: 0,
        posted: 0,
        difference: now === undefined ? undefined : -now,
      });
  }
  const size = ({ difference }: Difference) => Math.abs(difference ?? Number.POSITIVE_INFINITY);
  return differences.sort((a, b) => size(b) - size(a) || (a.line.name < b.line.name ? -1 : 1));
}

/** The server takes 500 lines at once; fewer mean that a refused one holds up fewer others. */
const BATCH = 200;

export function batchesOf<T>(items: readonly T[]): T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < items.length; at += BATCH) batches.push(items.slice(at, at + BATCH));
  return batches;
}
