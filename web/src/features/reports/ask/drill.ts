import { weekdayNumber } from "../values/times";
import type { Column, Row } from "../wire";
import { type Day, plusDays, weekdayOf } from "./days";
import { addressOf, type Filters, type Grain } from "./filters";
import type { Range } from "./ranges";
import { windowOf } from "./zones";

/** What a row of a report stands in. */
export interface Ground {
  report: string;
  columns: readonly Column[];
  by: string | null;
  /** How long rows of the report may be. */
  grains: readonly Grain[];
  range: Range;
  filters: Filters;
  /** Of the places that the report is about; empty as long as they are not known. */
  zones: readonly string[];
}

const DAY_DIGITS = 10;
const HOUR = /T(\d\d)/;

/** The page that tells more about a row: the next finer report, or the orders behind it. */
export function finer(ground: Ground, row: Row): string | undefined {
  const at = (name: string) => textAt(ground.columns, row, name);
  const time = at("time");
  if (time) return finerTime(ground, time);
  switch (ground.report) {
    case "hours":
      return hourOfWeek(ground, at("weekday"));
    case "payday":
      return paydayHour(ground, at("hour"));
    case "locations":
      return toReport("overview", ground, { locations: listed(at("location")) });
    case "carriers":
      return toOrders(ground, ordersOf(ground, at("carrier"), at("service")));
    case "categories":
      return toReport("overview", ground, { categories: listed(at("category")) });
    case "stock":
      return toReport("overview", ground, {
        ...(at("location") ? { locations: listed(at("location")) } : {}),
        ...(at("category") ? { categories: listed(at("category")) } : {}),
      });
    default:
      return undefined;
  }
}

/** The orders that wait, of the backlog's places. */
export function waitingOrders({ locations, carrier, service }: Filters): string {
  const parameters = new URLSearchParams({ backlog: "true" });
  const [location, ...more] = locations;
  if (location && more.length === 0) parameters.set("location", location);
  if (carrier) parameters.set("carrier", carrier);
  if (service) parameters.set("service", service);
  return `/orders?${parameters}`;
}

function textAt(columns: readonly Column[], row: Row, name: string): string | undefined {
  const value = row[columns.findIndex((column) => column.name === name)];
  return value === null || value === undefined || value === "" ? undefined : String(value);
}

function listed(code: string | undefined): string[] {
  return code ? [code] : [];
}

function toReport(name: string, { filters, range }: Ground, change: Partial<Filters>): string {
  const next = { ...filters, ...range, by: undefined, payday: undefined, ...change };
  return `/reports/${name}?${addressOf(next)}`;
}

const NEXT: Record<Grain, Grain | undefined> = {
  month: "day",
  week: "day",
  day: "hour",
  hour: undefined,
};

function finerTime(ground: Ground, time: string): string | undefined {
  const by = ground.by as Grain;
  const next = NEXT[by];
  if (!next) return toOrders(ground, { start: time, end: hourAfter(time) });
  if (!ground.grains.includes(next)) return undefined;
  const from = time.slice(0, DAY_DIGITS);
  const stretch = within(ground.range, { from, to: lastDayOf(from, by) });
  return toReport(ground.report, ground, { ...stretch, by: next });
}

function lastDayOf(from: Day, by: Grain): Day {
  if (by === "day") return from;
  if (by === "week") return plusDays(from, 6);
  // Any day of the next month, then back to the end of this one.
  const next = plusDays(`${from.slice(0, 8)}28`, 4);
  return plusDays(`${next.slice(0, 8)}01`, -1);
}

/** A week or month at the edge of the range counts only the days inside. */
function within(range: Range, { from, to }: Range): Range {
  return { from: from < range.from ? range.from : from, to: to > range.to ? range.to : to };
}

function hourAfter(time: string): string {
  const day = time.slice(0, DAY_DIGITS);
  const hour = Number(HOUR.exec(time)?.[1] ?? 0) + 1;
  return hour > 23 ? `${plusDays(day, 1)}T00:00` : `${day}T${String(hour).padStart(2, "0")}:00`;
}

/** Of a weekday: the last one of the range, hour by hour. */
function hourOfWeek(ground: Ground, weekday: string | undefined): string | undefined {
  if (!weekday) return undefined;
  const wanted = weekdayNumber(Number.isNaN(Number(weekday)) ? weekday : Number(weekday));
  const back = (weekdayOf(ground.range.to) - wanted + 7) % 7;
  const day = plusDays(ground.range.to, -back);
  if (day < ground.range.from) return undefined;
  return toReport("overview", ground, { from: day, to: day, by: "hour" });
}

function paydayHour(ground: Ground, hour: string | undefined): string | undefined {
  if (!hour) return undefined;
  const start = `${ground.range.to}T${hour.padStart(2, "0").slice(0, 2)}:00`;
  return toOrders(ground, { start, end: hourAfter(start) });
}

interface Placed {
  start: string;
  end: string;
  carrier?: string | undefined;
  service?: string | undefined;
}

function ordersOf(
  { range }: Ground,
  carrier: string | undefined,
  service: string | undefined,
): Placed {
  const end = `${plusDays(range.to, 1)}T00:00`;
  return { start: `${range.from}T00:00`, end, carrier, service };
}

/** The list of orders knows one location, one carrier and one service. */
function toOrders({ filters, zones }: Ground, placed: Placed): string | undefined {
  if (zones.length === 0) return undefined;
  const { from, before } = windowOf(placed, zones);
  const parameters = new URLSearchParams({ placed_from: from, placed_to: before });
  const [location, ...more] = filters.locations;
  if (location && more.length === 0) parameters.set("location", location);
  const carrier = placed.carrier ?? filters.carrier;
  const service = placed.service ?? filters.service;
  if (carrier) parameters.set("carrier", carrier);
  if (service) parameters.set("service", service);
  return `/orders?${parameters}`;
}
