import { isFigure } from "../values/values";
import type { Column, Row, Table, Value } from "../wire";

export type Ink = "first" | "second" | "third";

/** One line of a chart. */
export interface Series {
  name: string;
  ink: Ink;
  values: (number | null)[];
}

/** Of the payday report: what its columns add to the name of a metric. */
const AGAINST = [
  { ending: "", name: "This payday", short: "this", ink: "first" },
  { ending: "_last", name: "Payday before", short: "before", ink: "second" },
  { ending: "_ordinary", name: "Ordinary Friday", short: "ordinary", ink: "third" },
] as const;

/** Which metric a column is of, and what it is beside the others of that metric. */
export function against(column: string): { metric: string; short: string } {
  const side = AGAINST.find(({ ending }) => ending !== "" && column.endsWith(ending));
  if (!side) return { metric: column, short: AGAINST[0].short };
  return { metric: column.slice(0, -side.ending.length), short: side.short };
}

export type Shape = "lines" | "heat" | "bars";

function has(columns: readonly Column[], kind: Column["kind"]): boolean {
  return columns.some((column) => column.kind === kind);
}

/** How rows are best seen: by what they are about. */
export function shapeOf({ columns }: Table): Shape {
  if (has(columns, "weekday") && has(columns, "hour")) return "heat";
  return has(columns, "time") || has(columns, "hour") ? "lines" : "bars";
}

/** Whether there is nothing to see: rows of time are there for days without orders too. */
export function isEmpty({ columns, rows }: Table): boolean {
  return rows.every((row) => columns.every(({ kind }, at) => !isFigure(kind) || !row[at]));
}

/** What says which row it is. */
export function keysOf(columns: readonly Column[]): Column[] {
  return columns.filter(({ kind }) => !isFigure(kind));
}

function isAgainst({ name }: Column): boolean {
  return AGAINST.some(({ ending }) => ending !== "" && name.endsWith(ending));
}

/** What a chart can show, one at a time. */
export function metricsOf(columns: readonly Column[]): Column[] {
  return columns.filter((column) => isFigure(column.kind) && !isAgainst(column));
}

/** The metric of that name, or the first where the report does not have it. */
export function metricNamed(
  columns: readonly Column[],
  ...names: (string | undefined)[]
): Column | undefined {
  const metrics = metricsOf(columns);
  return names.flatMap((name) => metrics.filter((each) => each.name === name))[0] ?? metrics[0];
}

export function numberAt(row: Row | null | undefined, at: number): number | null {
  const value: Value | undefined = row?.[at];
  return typeof value === "number" ? value : null;
}

export function columnAt(columns: readonly Column[], name: string): number {
  return columns.findIndex((column) => column.name === name);
}

/** A metric and what it is compared with, as far as the table has it. */
export function seriesOf({ columns, rows }: Table, metric: Column): Series[] {
  const found = AGAINST.flatMap(({ ending, name, ink }) => {
    const at = columnAt(columns, `${metric.name}${ending}`);
    return at < 0 ? [] : [{ name, ink, values: rows.map((row) => numberAt(row, at)) }];
  });
  return found.length === 1 ? found.map((one) => ({ ...one, name: metric.title })) : found;
}
