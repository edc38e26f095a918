import type { Schema } from "@/shared/api/client";

export type Webhook = Schema["Webhook"];
export type Parked = Schema["Parked"];
export type ParkedAnywhere = Schema["AllParked"];
export type EventType = NonNullable<NonNullable<Schema["NewWebhook"]["eventTypes"]>>[number];

export const WEBHOOKS = ["webhooks"];
/** How often what waits and what failed is looked at again. */
export const REFRESH_MILLIS = 10_000;
const COMMON = "dev.holdfast.";

/** Every event that a webhook can be told of, in the order of a working day. */
export const EVENT_TYPES: readonly EventType[] = [
  "dev.holdfast.stock.low",
  "dev.holdfast.stock.back",
  "dev.holdfast.stock.received",
  "dev.holdfast.stock.sold",
  "dev.holdfast.stock.returned",
  "dev.holdfast.stock.counted",
  "dev.holdfast.stock.adjusted",
  "dev.holdfast.stock.transferred-out",
  "dev.holdfast.stock.transferred-in",
  "dev.holdfast.stock.written-off",
  "dev.holdfast.stock.safety-stock-set",
  "dev.holdfast.reservation.reserved",
  "dev.holdfast.reservation.confirmed",
  "dev.holdfast.reservation.released",
  "dev.holdfast.reservation.expired",
];

/** stock.low, of dev.holdfast.stock.low. */
export function eventName(type: string): string {
  return type.startsWith(COMMON) ? type.slice(COMMON.length) : type;
}

/** What was chosen, as the contract's own names. */
export function eventTypes(chosen: string[]): EventType[] {
  return EVENT_TYPES.filter((type) => chosen.includes(type));
}
