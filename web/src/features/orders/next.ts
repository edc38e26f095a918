import { fromNow, wallTime } from "./days";
import type { Order, OrderState, Shipment } from "./types";
import { counted, together } from "./words";

const BEFORE_THE_DOOR: readonly OrderState[] = ["placed", "released", "picking", "packed"];

/** Whether its goods are still to leave. */
export function stillHere(state: OrderState): boolean {
  return BEFORE_THE_DOOR.includes(state);
}

/** Whether it should have left and has not. */
export function isLate(what: { state: OrderState; shipBy?: string | null }, now: number): boolean {
  return stillHere(what.state) && !!what.shipBy && Date.parse(what.shipBy) < now;
}

/** Whether it is planned to arrive after its promise, or has not arrived by it. */
export function breaksPromise(order: Order): boolean {
  const { promised } = order;
  if (!promised || order.state === "cancelled" || order.state === "returned") return false;
  return order.shipments.some((one) => one.state !== "cancelled" && one.arrival > promised);
}

const WAITS: Record<OrderState, string> = {
  placed: "Its stock is held. It waits for a wave, or for its release.",
  released: "It is with the warehouse and waits for a picker.",
  picking: "It is being picked.",
  packed: "It is packed and waits for the carrier.",
  shipped: "It is on its way.",
  delivered: "It is at the door.",
  cancelled: "It was given up; its stock is free again.",
  returned: "It came back.",
};

/** What happens next, in a sentence or two. */
export function whatNext(
  order: Order,
  now: number,
  zoneOf: (location: string) => string | undefined,
): string {
  const waits = WAITS[order.state];
  const next = nextToLeave(order.shipments);
  if (next) {
    const time = wallTime(next.shipBy, zoneOf(next.location));
    const late = Date.parse(next.shipBy) < now;
    const due = late
      ? `It should have left ${next.location} by ${time}, ${fromNow(next.shipBy, now)}.`
      : `It must leave ${next.location} by ${time}, ${fromNow(next.shipBy, now)}.`;
    return `${waits}${others(order)} ${due}`;
  }
  return waits;
}

function others(order: Order): string {
  const ahead = order.shipments.filter(
    (one) => one.state !== order.state && one.state !== "cancelled",
  );
  if (ahead.length === 0) return "";
  const from = together(ahead.map((one) => one.location));
  return ` ${counted(ahead.length, "shipment")} from ${from} ${ahead.length === 1 ? "is" : "are"} further.`;
}

/** The shipment still here whose carrier comes first. */
export function nextToLeave(shipments: readonly Shipment[]): Shipment | undefined {
  return shipments
    .filter((one) => stillHere(one.state))
    .sort((a, b) => Date.parse(a.shipBy) - Date.parse(b.shipBy))[0];
}

export type Deed = "change" | "replan" | "release" | "cancel" | "return";

/** What can be done to an order as it stands, whoever asks. */
export function possibleDeeds(order: Order): Deed[] {
  const deeds: Deed[] = [];
  const sent = order.shipments.some(({ state }) => state === "shipped" || state === "delivered");
  if (order.state === "placed" && !sent) deeds.push("release", "change", "replan");
  if (sent) deeds.push("return");
  if (!sent && stillHere(order.state)) deeds.push("cancel");
  return deeds;
}
