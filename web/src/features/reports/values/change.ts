import type { Kind, Value } from "../wire";

/** What is better when there is more of it, and what when there is less; the rest is neither. */
const MORE_IS_BETTER = new Set([
  "orders",
  "lines",
  "units",
  "revenue",
  "fill_rate",
  "on_time_rate",
  "turns",
]);
const LESS_IS_BETTER = new Set([
  "refusals",
  "split_rate",
  "cost_per_order",
  "cost_per_shipment",
  "order_to_release",
  "order_to_ship",
  "walk_per_line",
  "shrinkage",
  "shrinkage_rate",
  "spoiled",
  "returned",
]);
const PERCENT = new Intl.NumberFormat("en", {
  maximumFractionDigits: 1,
  signDisplay: "exceptZero",
});
const MINUS = /-/;

export interface Change {
  text: string;
  direction: "up" | "down" | "same";
  verdict: "better" | "worse" | "neither";
}

/** How a figure compares with the one before; undefined where there is nothing to compare with. */
export function changeOf(
  name: string,
  kind: Kind,
  now: Value | undefined,
  before: Value | undefined,
): Change | undefined {
  if (typeof now !== "number" || typeof before !== "number") return undefined;
  if (kind !== "rate" && before === 0) return undefined;
  const by = kind === "rate" ? (now - before) * 100 : (now / before - 1) * 100;
  const figure = PERCENT.format(by).replace(MINUS, "\u2212");
  if (figure === "0") return { text: "unchanged", direction: "same", verdict: "neither" };
  const up = by > 0;
  const good = MORE_IS_BETTER.has(name) ? up : LESS_IS_BETTER.has(name) ? !up : undefined;
  return {
    text: kind === "rate" ? `${figure} points` : `${figure}%`,
    direction: up ? "up" : "down",
    verdict: good === undefined ? "neither" : good ? "better" : "worse",
  };
}
