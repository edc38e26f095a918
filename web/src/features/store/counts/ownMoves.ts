import type { OutboxEntry } from "@/shared/outbox";
import { orderOf } from "../actions/order";

/** What this device itself has moved of one item since it was counted, on hand. */
export interface OwnMoves {
  /** All of it that is done or will be. */
  all: number;
  /** The part that waits to be sent, of which no answer of the server knows. */
  waiting: number;
}

export const NO_MOVES: OwnMoves = { all: 0, waiting: 0 };

/** The moves of one item at a location that this device was given later than `since`. */
export function ownMovesOf(
  entries: readonly OutboxEntry[],
  { sku, location, since }: { sku: string; location: string; since: number },
): OwnMoves {
  const moves = { ...NO_MOVES };
  for (const entry of entries) {
    if (entry.madeAt <= since || entry.state === "refused") continue;
    if (entry.notes.sku !== sku || entry.notes.location !== location) continue;
    const change = onHandChangeOf(entry);
    moves.all += change;
    if (entry.state === "waiting") moves.waiting += change;
  }
  return moves;
}

/** Whether something of this item waits to be sent: what the server says of it is behind. */
export function waitsFor(
  entries: readonly OutboxEntry[],
  { sku, location }: { sku: string; location: string },
): boolean {
  return entries.some(
    ({ state, notes }) => state === "waiting" && notes.sku === sku && notes.location === location,
  );
}

function onHandChangeOf(entry: OutboxEntry): number {
  const order = orderOf(entry);
  switch (order?.kind) {
    case "sell":
    case "write-off":
      return -order.quantity;
    case "return":
    case "receive":
    case "adjust":
      return order.quantity;
    case "transfer":
      // A transfer that is called back comes in when its goods do.
      return order.undoes ? 0 : -order.quantity;
    default:
      return 0;
  }
}
