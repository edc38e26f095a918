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
  /** From which instant on and before which it was placed; reports lead here with these. */
  placedFrom: string | undefined;
  placedTo: string | undefined;
  carrier: string | undefined;
  service: string | undefined;
  /** Only what waits to be handed over. */
  backlog: boolean;
}

const LONGEST_NUMBER = 64;
const LONGEST_CODE = 100;

export const NOTHING: Filters = {
  state: undefined,
  location: undefined,
  shipBy: undefined,
  number: "",
  placedFrom: undefined,
  placedTo: undefined,
  carrier: undefined,
  service: undefined,
  backlog: false,
};

function instantIn(parameters: URLSearchParams, name: string): string | undefined {
  const millis = Date.parse(parameters.get(name) ?? "");
  return Number.isNaN(millis) ? undefined : new Date(millis).toISOString();
}

function codeIn(parameters: URLSearchParams, name: string): string | undefined {
  return parameters.get(name)?.slice(0, LONGEST_CODE) || undefined;
}

export function filtersIn(parameters: URLSearchParams): Filters {
  const state = STATES.find((known) => known === parameters.get("state"));
  const shipBy = parameters.get("ship_by") ?? "";
  return {
    state,
    location: parameters.get("location") ?? undefined,
    shipBy: /^\d{4}-\d\d-\d\d$/.test(shipBy) ? shipBy : undefined,
    number: (parameters.get("number") ?? "").slice(0, LONGEST_NUMBER),
    placedFrom: instantIn(parameters, "placed_from"),
    placedTo: instantIn(parameters, "placed_to"),
    carrier: codeIn(parameters, "carrier"),
    service: codeIn(parameters, "service"),
    backlog: parameters.get("backlog") === "true",
  };
}

/** The filters after a change. A number means one order, so it stands alone. */
export function narrowed(filters: Filters, change: Partial<Filters>): Filters {
  const next = { ...filters, ...change };
  if (change.number?.trim()) return { ...NOTHING, number: change.number };
  return change.number === undefined ? { ...next, number: "" } : next;
}

/** Nothing that is not narrowed stands in the address. */
export function addressOf(filters: Filters): URLSearchParams {
  const { state, location, shipBy, number } = filters;
  const parameters = new URLSearchParams();
  if (number.trim()) parameters.set("number", number.trim());
  if (state) parameters.set("state", state);
  if (location) parameters.set("location", location);
  if (shipBy) parameters.set("ship_by", shipBy);
  for (const [name, value] of Object.entries(fromReports(filters))) {
    parameters.set(name, String(value));
  }
  return parameters;
}

/** What the address and the server call alike. */
function fromReports({ placedFrom, placedTo, carrier, service, backlog }: Filters): Asked {
  return {
    ...(placedFrom ? { placed_from: placedFrom } : {}),
    ...(placedTo ? { placed_to: placedTo } : {}),
    ...(carrier ? { carrier } : {}),
    ...(service ? { service } : {}),
    ...(backlog ? { backlog } : {}),
  };
}

/** What the server is asked for. */
export function askedOf(filters: Filters): Asked {
  const { state, location, shipBy, number } = filters;
  return {
    ...fromReports(filters),
    ...(state ? { state } : {}),
    ...(location ? { location } : {}),
    ...(shipBy ? { ship_before: endOf(shipBy) } : {}),
    ...(number.trim() ? { number: number.trim() } : {}),
  };
}

export function isNarrowed(filters: Filters): boolean {
  return addressOf(filters).size > 0;
}
