import type { OutboxEntry } from "@/shared/outbox";
import { rounded } from "@/shared/stock";
import { NO_MOVES, type OwnMoves, ownMovesOf } from "./ownMoves";
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

/** What is known when a line is posted. */
export interface Seen {
  /** What the server says is on hand now; absent where it cannot be asked. */
  onHandNow?: number | undefined;
  own?: OwnMoves;
}

/**
 * A count says what was there at its moment. What was sold or received between that moment and the
 * posting is carried over; setting the bare count would undo it. Where the server was away at one
 * of the two moments, that is what this device itself has moved. Below zero there is nothing.
 */
export function differenceOf(
  line: SheetLine,
  counted: number,
  { onHandNow, own = NO_MOVES }: Seen = {},
): Difference {
  const { onHandThen, scale } = line;
  const told = onHandThen !== undefined && onHandNow !== undefined;
  const moved = told ? rounded(onHandNow - onHandThen + own.waiting, scale) : ownOnly(own, scale);
  const posted = Math.max(0, rounded(counted + (moved ?? 0), scale));
  const expected = expectedOf(onHandThen, onHandNow, own);
  const difference = expected === undefined ? undefined : rounded(posted - expected, scale);
  return { line, counted, moved, posted, difference };
}

function ownOnly({ all }: OwnMoves, scale: number): number | undefined {
  return all === 0 ? undefined : rounded(all, scale);
}

/** What there would be without this count, once everything has been sent. */
function expectedOf(
  onHandThen: number | undefined,
  onHandNow: number | undefined,
  own: OwnMoves,
): number | undefined {
  if (onHandNow !== undefined) return onHandNow + own.waiting;
  return onHandThen === undefined ? undefined : onHandThen + own.all;
}

/** All that is counted, the largest surprises first. What is left is 0 only where that is meant. */
export function differencesOf(
  sheet: Sheet,
  onHand: ReadonlyMap<string, number>,
  restIsNone: boolean,
  entries: readonly OutboxEntry[] = [],
): Difference[] {
  const differences: Difference[] = [];
  for (const line of sheet.lines) {
    const { sku, counted, countedAt: since = 0 } = line;
    const onHandNow = onHand.get(sku);
    const own = ownMovesOf(entries, { sku, location: sheet.location, since });
    if (counted !== undefined) differences.push(differenceOf(line, counted, { onHandNow, own }));
    else if (restIsNone)
      differences.push({
        ...differenceOf(line, 0, { onHandNow }),
        moved: 0,
        posted: 0,
        difference: onHandNow === undefined ? undefined : -onHandNow,
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
