/** How far something reaches: length from left to right, width from back to front, height; mm. */
export interface Extents {
  lengthMm: number;
  widthMm: number;
  heightMm: number;
}

/** A unit in its carton, as it lies: its corner at the left, the back and the bottom, in mm. */
export interface PackedItem extends Extents {
  sku: string;
  xMm: number;
  yMm: number;
  zMm: number;
}

/** Two corners of a box: x from the left, y from the back, z from the bottom; mm. */
export interface Box {
  low: readonly [x: number, y: number, z: number];
  high: readonly [x: number, y: number, z: number];
}

/** How often the carton is turned by a quarter, each time to see the side at the right in front. */
export type Turn = 0 | 1 | 2 | 3;

export function boxOf(item: PackedItem): Box {
  return {
    low: [item.xMm, item.yMm, item.zMm],
    high: [item.xMm + item.lengthMm, item.yMm + item.widthMm, item.zMm + item.heightMm],
  };
}

/** The carton itself as somebody sees it who has turned it. */
export function turnedExtents(inner: Extents, turn: Turn): Extents {
  const { lengthMm, widthMm, heightMm } = inner;
  return turn % 2 === 0 ? inner : { lengthMm: widthMm, widthMm: lengthMm, heightMm };
}

/** A box in the carton as somebody sees it who has turned the carton. */
export function turnedBox(box: Box, inner: Extents, turn: Turn): Box {
  if (turn === 0) return box;
  // The side at the right comes to the front; what was in front is at the left then.
  const quarter: Box = {
    low: [inner.widthMm - box.high[1], box.low[0], box.low[2]],
    high: [inner.widthMm - box.low[1], box.high[0], box.high[2]],
  };
  return turnedBox(quarter, turnedExtents(inner, 1), (turn - 1) as Turn);
}
