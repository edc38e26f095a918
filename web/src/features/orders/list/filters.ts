import type { Asked } from "../api";
import { endOf } from "../days";
import { type OrderState, STATES } from "../types";

/** What the list is narrowed to, as the address has it. */
export interface Filters {
  state: OrderState | undefined;
  location: string | undefined;
  /** Leaves on this day of the device's calendar, or before. */
  shipBy: string | undefined;
  number: string;
}

const LONGEST_NUMBER = 64;

const NOTHING: Filters = {
  state: undefined,
  location: undefined,
  shipBy: undefined,
  number: "",
};

export function filtersIn(parameters: URLSearchParams): Filters {
  const state = STATES.find((known) => known === parameters.get("state"));
  const shipBy = parameters.get("ship_by") ?? "";
  return {
    state,
    location: parameters.get("location") ?? undefined,
    shipBy: /^\d{4}-\d\d-\d\d$/.test(shipBy) ? shipBy : undefined,
    number: (parameters.get("number") ?? "").slice(0, LONGEST_NUMBER),
  };
}

/** The filters after a change. A number means one order, so it stands alone. */
export function narrowed(filters: Filters, change: Partial<Filters>): Filters {
  const next = { ...filters, ...change };
  if (change.number?.trim()) return { ...NOTHING, number: change.number };
  return change.number === undefined ? { ...next, number: "" } : next;
}

/** Nothing that is not narrowed stands in the address. */
export function addressOf({ state, location, shipBy, number }: Filters): URLSearchParams {
  const parameters = new URLSearchParams();
  if (number.trim()) parameters.set("number", number.trim());
  if (state) parameters.set("state", state);
  if (location) parameters.set("location", location);
  if (shipBy) parameters.set("ship_by", shipBy);
  return parameters;
}

/** What the server is asked for. */
export function askedOf({ state, location, shipBy, number }: Filters): Asked {
  return {
    ...(state ? { state } : {}),
    ...(location ? { location } : {}),
    ...(shipBy ? { ship_before: endOf(shipBy) } : {}),
    ...(number.trim() ? { number: number.trim() } : {}),
  };
}

export function isNarrowed(filters: Filters): boolean {
  return addressOf(filters).size > 0;
}
