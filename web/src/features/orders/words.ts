import type { AlternativeKind, OrderState } from "./types";

interface Said {
  label: string;
  tone: "good" | "warning" | "bad" | "quiet";
}

const STATES: Record<OrderState, Said> = {
  placed: { label: "Placed", tone: "warning" },
  released: { label: "Released", tone: "warning" },
  picking: { label: "Picking", tone: "warning" },
  packed: { label: "Packed", tone: "warning" },
  shipped: { label: "Shipped", tone: "good" },
  delivered: { label: "Delivered", tone: "good" },
  cancelled: { label: "Cancelled", tone: "quiet" },
  returned: { label: "Returned", tone: "quiet" },
};

export function stateSaid(state: OrderState): Said {
  return STATES[state] ?? { label: state, tone: "quiet" };
}

const KINDS: Record<AlternativeKind, string> = {
  excluded: "Not wanted",
  closed: "Cannot send",
  stock: "Not enough there",
  classes: "Must not go together",
  limit: "Too many shipments",
  refused: "No price",
  dearer: "Costs more",
};

/** Why a way was not taken, in two or three words. */
export function kindSaid(kind: AlternativeKind): string {
  return KINDS[kind] ?? kind;
}

/** "1 shipment", "3 shipments". */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** "SEA-01 and FC-RNO", "SEA-01, PDX-01 and FC-RNO". */
export function together(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** As a sentence of its own: a capital first, a full stop last. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  const full = /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return full.charAt(0).toUpperCase() + full.slice(1);
}
