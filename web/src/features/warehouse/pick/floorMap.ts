import type { Layout, Slot } from "../wire";

/** A point of the floor: x to the right, y from the front to the back; millimetres. */
export interface FloorPoint {
  xMm: number;
  yMm: number;
}

export interface FloorRectangle extends FloorPoint {
  widthMm: number;
  depthMm: number;
}

/** Of the distance between two aisles; the rest are the shelves on both sides. */
const AISLE_SHARE = 0.4;
/** Two points that are this near are the same: the server rounds to whole millimetres. */
const SAME_MM = 2;

/** Where the shelves of a block begin, from the middle of the front cross aisle. */
export function blockFront(layout: Layout, block: number): number {
  const before = layout.blocks.slice(0, block);
  const lengths = before.reduce((sum, { lengthMm }) => sum + lengthMm, 0);
  return lengths + (block + 0.5) * layout.crossAisleMm;
}

function shelfX(layout: Layout, aisle: number, side: "left" | "right"): number {
  const middle = aisle * layout.aislePitchMm;
  const half = layout.aislePitchMm / 2;
  return side === "left" ? middle - half : middle + half * AISLE_SHARE;
}

function shelfWidth(layout: Layout): number {
  return (layout.aislePitchMm * (1 - AISLE_SHARE)) / 2;
}

/** Every row of shelves. */
export function shelvesOf(layout: Layout): FloorRectangle[] {
  const shelves: FloorRectangle[] = [];
  for (let aisle = 0; aisle < layout.aisles; aisle++) {
    layout.blocks.forEach(({ lengthMm }, block) => {
      for (const side of ["left", "right"] as const) {
        shelves.push({
          xMm: shelfX(layout, aisle, side),
          yMm: blockFront(layout, block),
          widthMm: shelfWidth(layout),
          depthMm: lengthMm,
        });
      }
    });
  }
  return shelves;
}

/** The part of the shelves that a slot is in. */
export function placeOfSlot(layout: Layout, slot: Slot): FloorRectangle {
  const block = layout.blocks[slot.block] ?? { lengthMm: 0, slotsPerSide: 1 };
  const depthMm = block.lengthMm / block.slotsPerSide;
  return {
    xMm: shelfX(layout, slot.aisle, slot.side),
    yMm: blockFront(layout, slot.block) + slot.position * depthMm,
    widthMm: shelfWidth(layout),
    depthMm,
  };
}

/** Lines across the aisles that are closed. */
export function wallsOf(layout: Layout): [FloorPoint, FloorPoint][] {
  const half = (layout.aislePitchMm * AISLE_SHARE) / 2;
  return layout.walls.map(({ aisle, block, beforePosition }) => {
    const { lengthMm, slotsPerSide } = layout.blocks[block] ?? { lengthMm: 0, slotsPerSide: 1 };
    const yMm = blockFront(layout, block) + (beforePosition * lengthMm) / slotsPerSide;
    const middle = aisle * layout.aislePitchMm;
    return [
      { xMm: middle - half, yMm },
      { xMm: middle + half, yMm },
    ];
  });
}

export function depotOf(layout: Layout): FloorPoint {
  return { xMm: layout.depot.aisle * layout.aislePitchMm, yMm: -layout.depot.distanceMm };
}

/** All that is drawn, with room around it. */
export function floorFrame(layout: Layout): FloorRectangle {
  const around = layout.aislePitchMm / 2;
  const back = blockFront(layout, layout.blocks.length) + layout.crossAisleMm / 2;
  const front = Math.min(-layout.crossAisleMm / 2, depotOf(layout).yMm) - around;
  return {
    xMm: -layout.aislePitchMm / 2 - around / 2,
    yMm: front,
    widthMm: layout.aisles * layout.aislePitchMm + around,
    depthMm: back - front + around / 2,
  };
}

/** A part of the floor with these points and some room around them, at least so wide and deep. */
export function closeUp(
  points: readonly FloorPoint[],
  room: number,
  least: number,
): FloorRectangle {
  const span = (values: readonly number[]) => {
    const low = Math.min(...values);
    const size = Math.max(Math.max(...values) - low + 2 * room, least);
    return [(low + Math.max(...values) - size) / 2, size] as const;
  };
  const [xMm, widthMm] = span(points.map((point) => point.xMm));
  const [yMm, depthMm] = span(points.map((point) => point.yMm));
  return { xMm, yMm, widthMm, depthMm };
}

/** The way to each stop from the one before it, and last of all the way back. */
export function legsOf(walk: readonly FloorPoint[], stops: readonly (FloorPoint | null)[]) {
  const legs: FloorPoint[][] = [];
  let rest = [...walk];
  for (const stop of stops) {
    const reached = stop ? cut(rest, stop) : undefined;
    legs.push(reached?.before ?? []);
    rest = reached?.after ?? rest;
  }
  return [...legs, rest];
}

/** A way in two, where it first comes to a point; undefined where it never does. */
function cut(way: readonly FloorPoint[], at: FloorPoint) {
  for (let i = 0; i < way.length; i++) {
    const from = way[i];
    const to = way[i + 1] ?? from;
    if (!from || !to || !between(from, at, to)) continue;
    return { before: [...way.slice(0, i + 1), at], after: [at, ...way.slice(i + 1)] };
  }
  return undefined;
}

function between(from: FloorPoint, at: FloorPoint, to: FloorPoint): boolean {
  const within = (a: number, b: number, c: number) =>
    Math.min(a, c) - SAME_MM <= b && b <= Math.max(a, c) + SAME_MM;
  return within(from.xMm, at.xMm, to.xMm) && within(from.yMm, at.yMm, to.yMm);
}

export function lengthOfWay(way: readonly FloorPoint[]): number {
  return way.reduce((sum, point, i) => {
    const before = way[i - 1] ?? point;
    return sum + Math.abs(point.xMm - before.xMm) + Math.abs(point.yMm - before.yMm);
  }, 0);
}

/**
 * On which hand a slot is for somebody who has come this way. The sides of an aisle are named as
 * seen from its front, so they change hands for whoever comes from the back.
 */
export function handOf(slot: Slot, legs: readonly (readonly FloorPoint[])[]): string | undefined {
  const way = legs.flat();
  for (let i = way.length - 1; i > 0; i--) {
    const forwards = (way[i]?.yMm ?? 0) - (way[i - 1]?.yMm ?? 0);
    if (forwards === 0) continue;
    if (forwards > 0) return slot.side;
    return slot.side === "left" ? "right" : "left";
  }
  return undefined;
}
