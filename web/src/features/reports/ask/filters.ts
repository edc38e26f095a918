import { type Day, isDay, today } from "./days";
import { type Range, usualRange } from "./ranges";

export const GRAINS = ["hour", "day", "week", "month"] as const;
export type Grain = (typeof GRAINS)[number];

/** What a report is narrowed to, as the address has it. */
export interface Filters {
  from: Day | undefined;
  to: Day | undefined;
  by: Grain | undefined;
  payday: Day | undefined;
  /** That money is told in; the commonest one unless somebody asks for another. */
  currency: string | undefined;
  locations: string[];
  carrier: string | undefined;
  service: string | undefined;
  categories: string[];
}

/** What is shown, as the address has it: copying it shows another person the same. */
export interface Shown {
  metric: string | undefined;
  /** A column's name, with a minus before it where the largest comes first. */
  sort: string | undefined;
}

export const NOTHING_CHOSEN: Filters = {
  from: undefined,
  to: undefined,
  by: undefined,
  payday: undefined,
  currency: undefined,
  locations: [],
  carrier: undefined,
  service: undefined,
  categories: [],
};

/** What the server takes of one filter. */
export const MOST_CHOSEN = 50;

function dayIn(parameters: URLSearchParams, name: string): Day | undefined {
  const text = parameters.get(name);
  return isDay(text) ? text : undefined;
}

function allIn(parameters: URLSearchParams, name: string): string[] {
  return [...new Set(parameters.getAll(name).filter(Boolean))].slice(0, MOST_CHOSEN);
}

export function filtersIn(parameters: URLSearchParams): Filters {
  const from = dayIn(parameters, "from");
  const to = dayIn(parameters, "to");
  return {
    from,
    to,
    by: GRAINS.find((grain) => grain === parameters.get("by")),
    payday: dayIn(parameters, "payday"),
    currency: /^[A-Z]{3}$/.exec(parameters.get("currency") ?? "")?.[0],
    locations: allIn(parameters, "location"),
    carrier: parameters.get("carrier") || undefined,
    service: parameters.get("service") || undefined,
    categories: allIn(parameters, "category"),
  };
}

export function shownIn(parameters: URLSearchParams): Shown {
  return {
    metric: parameters.get("metric") || undefined,
    sort: parameters.get("sort") || undefined,
  };
}

/** Nothing that is not narrowed stands in the address. */
export function addressOf(filters: Filters, shown: Partial<Shown> = {}): URLSearchParams {
  const { from, to, by, payday, currency, locations, carrier, service, categories } = filters;
  const parameters = new URLSearchParams();
  const singles = { from, to, by, payday, currency, carrier, service, ...shown };
  for (const [name, value] of Object.entries(singles)) if (value) parameters.set(name, value);
  for (const location of locations) parameters.append("location", location);
  for (const category of categories) parameters.append("category", category);
  return parameters;
}

/** The days that the filters mean: what is not said is filled in from the usual range. */
export function rangeOf({ from, to }: Filters, now: Day = today()): Range {
  const usual = usualRange(now);
  if (from && to) return { from, to };
  if (to) return { from: usualRange(to).from, to };
  if (from) return { from, to: from > now ? from : now };
  return usual;
}

/** Which filters a report knows. */
export type Filter = "location" | "carrier" | "service" | "category";

/** What a report can be asked. */
export interface Askable {
  filters: readonly Filter[];
  /** How long its rows may be; none where rows are no stretches of time. */
  grains: readonly Grain[];
  /** Whether it is about one payday. */
  ofPayday: boolean;
}

/** Without what the report does not have: it would refuse the whole request. */
export function only(filters: Filters, { filters: known, grains, ofPayday }: Askable): Filters {
  return {
    ...filters,
    by: grains.find((grain) => grain === filters.by),
    payday: ofPayday ? filters.payday : undefined,
    locations: known.includes("location") ? filters.locations : [],
    carrier: known.includes("carrier") ? filters.carrier : undefined,
    service: known.includes("service") ? filters.service : undefined,
    categories: known.includes("category") ? filters.categories : [],
  };
}

export function isNarrowed(filters: Filters): boolean {
  return addressOf(filters).size > 0;
}
