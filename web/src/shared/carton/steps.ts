import {
  type Box,
  boxOf,
  type Extents,
  type PackedItem,
  type Turn,
  turnedBox,
  turnedExtents,
} from "./extents";

/** Units of one SKU that are put in one after the other and lie the same way. */
export interface PackingStep {
  /** From 1. */
  number: number;
  sku: string;
  items: readonly PackedItem[];
}

/** Nobody leaves a gap of a finger's width by intention. */
const TOUCHING_MM = 10;

/** Items in packing order, as the steps of somebody with two hands. */
export function stepsOf(items: readonly PackedItem[]): PackingStep[] {
  const steps: { number: number; sku: string; items: PackedItem[] }[] = [];
  for (const item of items) {
    const last = steps.at(-1);
    const before = last?.items.at(-1);
    if (last && before && sameWay(before, item)) last.items.push(item);
    else steps.push({ number: steps.length + 1, sku: item.sku, items: [item] });
  }
  return steps;
}

function sameWay(one: PackedItem, other: PackedItem): boolean {
  return (
    one.sku === other.sku &&
    one.lengthMm === other.lengthMm &&
    one.widthMm === other.widthMm &&
    one.heightMm === other.heightMm
  );
}

interface Seen {
  inner: Extents;
  steps: readonly PackingStep[];
  turn: Turn;
}

/** Where the units of a step go, in words: "At the back left, on the bottom". */
export function placeOf(step: PackingStep, { inner, steps, turn }: Seen): string {
  const room = turnedExtents(inner, turn);
  const all = step.items.map((item) => turnedBox(boxOf(item), inner, turn));
  const within = around(all);
  const across = side(within, 0, room.lengthMm, ["left", "right"]);
  const away = side(within, 1, room.widthMm, ["back", "front"]);
  const under = supportsOf(step, steps);
  const on = under.length === 0 ? "on the bottom" : `on top of ${listed(under)}`;
  return `${horizontally(away, across, within)}, ${on}`;
}

function around(boxes: readonly Box[]): Box {
  const edge = (axis: 0 | 1 | 2, end: "low" | "high", pick: typeof Math.min) =>
    pick(...boxes.map((box) => box[end][axis]));
  return {
    low: [edge(0, "low", Math.min), edge(1, "low", Math.min), edge(2, "low", Math.min)],
    high: [edge(0, "high", Math.max), edge(1, "high", Math.max), edge(2, "high", Math.max)],
  };
}

/** Which of two walls it touches; both, or none. */
function side(box: Box, axis: 0 | 1, room: number, [low, high]: readonly [string, string]) {
  const atLow = box.low[axis] <= TOUCHING_MM;
  const atHigh = box.high[axis] >= room - TOUCHING_MM;
  if (atLow && atHigh) return "both";
  if (atLow) return low;
  if (atHigh) return high;
  return "none";
}

function horizontally(away: string, across: string, { low: [x, y] }: Box): string {
  const fromLeft = `${centimetres(x)} from the left`;
  const fromBack = `${centimetres(y)} from the back`;
  if (away === "both" && across === "both") return "All over";
  if (away === "both") return across === "none" ? fromLeft : `Along the ${across} side`;
  if (across === "both") return away === "none" ? fromBack : `Along the ${away}`;
  if (away === "none" && across === "none") return `${fromLeft}, ${fromBack}`;
  if (away === "none") return `At the ${across}, ${fromBack}`;
  if (across === "none") return `At the ${away}, ${fromLeft}`;
  return `In the ${away} ${across} corner`;
}

/** Numbers of the earlier steps that it rests on. */
function supportsOf(step: PackingStep, steps: readonly PackingStep[]): number[] {
  const own = step.items.map(boxOf);
  const lowest = Math.min(...own.map((box) => box.low[2]));
  const resting = own.filter((box) => box.low[2] === lowest);
  return steps
    .filter(({ number }) => number < step.number)
    .filter(({ items }) => items.some((item) => resting.some((box) => liesUnder(boxOf(item), box))))
    .map(({ number }) => number);
}

function liesUnder(one: Box, upper: Box): boolean {
  return (
    one.high[2] === upper.low[2] &&
    one.low[0] < upper.high[0] &&
    upper.low[0] < one.high[0] &&
    one.low[1] < upper.high[1] &&
    upper.low[1] < one.high[1]
  );
}

function listed(numbers: readonly number[]): string {
  const last = numbers.at(-1);
  const rest = numbers.slice(0, -1);
  return rest.length === 0 ? `${last}` : `${rest.join(", ")} and ${last}`;
}

/**
 * How a unit is turned, in words: "on its side, long side left to right, 12 cm high".
 *
 * @param standing how it stands on the shelf, where that is known
 */
export function attitudeOf(step: PackingStep, turn: Turn, standing?: Extents): string {
  const item = step.items[0];
  if (!item) return "";
  const { lengthMm, widthMm, heightMm } = turnedExtents(item, turn);
  const words = [];
  if (standing) words.push(stanceOf(item, standing));
  if (lengthMm !== widthMm) {
    words.push(`long side ${lengthMm > widthMm ? "left to right" : "back to front"}`);
  }
  words.push(`${centimetres(heightMm)} high`);
  return words.join(", ");
}

/** Which of its own sides is below; of equal sides the one that turns it least. */
function stanceOf({ heightMm }: Extents, standing: Extents): string {
  if (heightMm === standing.heightMm) return "upright";
  return heightMm === standing.widthMm ? "on its side" : "on its end";
}

/** 305 mm are 30.5 cm. */
export function centimetres(mm: number): string {
  return `${mm % 10 === 0 ? mm / 10 : (mm / 10).toFixed(1)} cm`;
}
