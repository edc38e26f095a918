import type { OutboxEntry } from "@/shared/outbox";
import { type Order, orderOf } from "./order";

/** After this, whoever has the goods may have gone. */
export const UNDO_MILLIS = 10 * 60_000;

export type Undoing =
  /** Another order that makes up for it. */
  | { by: "order"; order: Order }
  /** The goods of a transfer turn round. */
  | { by: "cancel"; transfer: string; order: Order };

/**
 * How an action is taken back. The ledger forgets nothing: a sale is made up for by a return, a
 * receipt by an adjustment. A count has replaced what was known, and is only mended by counting
 * again. What waits to be sent is undone after it, unless it is refused.
 */
export function undoingOf(entry: OutboxEntry, now: number): Undoing | undefined {
  const order = orderOf(entry);
  if (!order || order.undoes || entry.state === "refused") return undefined;
  if (now - (entry.settledAt ?? now) > UNDO_MILLIS) return undefined;
  const undone = { ...order, undoes: entry.id };
  const adjust = (quantity: number, reason: string): Undoing => {
    return { by: "order", order: { ...undone, kind: "adjust", quantity, reason } };
  };
  switch (order.kind) {
    case "sell":
      return { by: "order", order: { ...undone, kind: "return", reason: "Undo of a sale" } };
    case "return":
      return { by: "order", order: { ...undone, kind: "sell", reason: "Undo of a return" } };
    case "receive":
      return order.lot
        ? { by: "order", order: { ...undone, kind: "write-off", reason: "Undo of a receipt" } }
        : adjust(-order.quantity, "Undo of a receipt");
    case "adjust":
      return adjust(-order.quantity, "Undo of an adjustment");
    case "write-off":
      // Back into the lot that they came from.
      if (order.lot) {
        return {
          by: "order",
          order: { ...undone, kind: "receive", reason: "Undo of a write-off" },
        };
      }
      return adjust(order.quantity, "Undo of a write-off");
    case "transfer": {
      const transfer = transferOf(entry.answer);
      return transfer
        ? { by: "cancel", transfer, order: { ...undone, reason: "Undo of a transfer" } }
        : undefined;
    }
    case "count":
      return undefined;
  }
}

function transferOf(answer: unknown): string | undefined {
  if (typeof answer !== "object" || answer === null || !("id" in answer)) return undefined;
  return typeof answer.id === "string" ? answer.id : undefined;
}
