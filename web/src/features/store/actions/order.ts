import type { Notes, OutboxEntry } from "@/shared/outbox";
import { quantityText } from "@/shared/stock";
import type { ActionKind } from "./kinds";

/** One thing to be done with one item; an adjustment may be negative. */
export interface Order {
  kind: ActionKind;
  sku: string;
  name: string;
  unit: string;
  quantity: number;
  reason?: string;
  /** Where a transfer goes, and what the place is called. */
  to?: string;
  toName?: string;
  /** The goods that come or go, where they expire: a receipt's, or one lot that is written off. */
  lot?: Lot;
  /** The entry that this one takes back. */
  undoes?: string;
}

/** What is printed on goods that expire. */
export interface Lot {
  /** The maker's code; the date stands for it where there is none. */
  code?: string;
  /** The last day of use, such as 2026-11-27. */
  expires: string;
}

const VERBS: Record<ActionKind, string> = {
  sell: "Sell",
  return: "Take back",
  receive: "Receive",
  count: "Count",
  adjust: "Adjust by",
  transfer: "Send",
  "write-off": "Write off",
};

/** What is done, as a sentence without its full stop: "Send 12 × Olive oil to Portland". */
export function orderText(order: Order): string {
  const sign = order.kind === "adjust" && order.quantity > 0 ? "+" : "";
  const much = `${sign}${quantityText(order.quantity, order.unit)}`;
  if (order.undoes) {
    const amount = quantityText(Math.abs(order.quantity), order.unit);
    return `${order.reason ?? "Undo"}: ${amount} × ${order.name}`;
  }
  const where = order.toName ? ` to ${order.toName}` : "";
  const which = order.lot?.code ? `, lot ${order.lot.code}` : "";
  return `${VERBS[order.kind]} ${much} × ${order.name}${which}${where}`;
}

/** What the list of last actions needs to know about it later. */
export function orderNotes(order: Order, at: string): Notes {
  const { kind, sku, name, unit, quantity, undoes, lot } = order;
  const notes: Notes = { kind, sku, name, unit, quantity, location: at };
  if (lot) Object.assign(notes, { lot: lot.code ?? lot.expires, expires: lot.expires });
  return undoes ? { ...notes, undoes } : notes;
}

/** The order behind an entry, where it was one of these. */
export function orderOf({ notes }: OutboxEntry): Order | undefined {
  const { kind, sku, name, unit, quantity, undoes, lot, expires } = notes;
  if (typeof sku !== "string" || typeof name !== "string") return undefined;
  if (typeof unit !== "string" || typeof quantity !== "number") return undefined;
  const dated =
    typeof lot === "string" && typeof expires === "string" ? { lot: { code: lot, expires } } : {};
  const order = { kind: kind as ActionKind, sku, name, unit, quantity, ...dated };
  return typeof undoes === "string" ? { ...order, undoes } : order;
}
