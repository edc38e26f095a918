import type { Box } from "./extents";

/** A box or a part of one, in the order of painting. */
export interface Piece {
  /** Index of its box. */
  of: number;
  part: Box;
}

const AXES = [0, 1, 2] as const;
type Axis = (typeof AXES)[number];

/**
 * In which order boxes that do not overlap are painted, so that what is nearer covers what is
 * behind it. Whoever looks, looks from the right, the front and above. A plane along the sides
 * that no box crosses parts them into those behind and those before it. Where there is none, boxes
 * cover each other in a circle, and the plane that cuts the fewest cuts them (as binary space
 * partitioning does: Fuchs, Kedem and Naylor, 1980).
 */
export function paintingOrder(boxes: readonly Box[]): Piece[] {
  return ordered(boxes.map((part, of) => ({ of, part })));
}

function ordered(pieces: Piece[]): Piece[] {
  if (pieces.length < 2) return pieces;
  const plane = bestPlane(pieces);
  if (!plane) return pieces;
  const behind: Piece[] = [];
  const before: Piece[] = [];
  for (const piece of pieces) {
    const { low, high } = piece.part;
    if (high[plane.axis] <= plane.at) behind.push(piece);
    else if (low[plane.axis] >= plane.at) before.push(piece);
    else {
      behind.push({ of: piece.of, part: { low, high: moved(high, plane) } });
      before.push({ of: piece.of, part: { low: moved(low, plane), high } });
    }
  }
  return [...ordered(behind), ...ordered(before)];
}

interface Plane {
  axis: Axis;
  at: number;
}

/** The plane with boxes on both sides that cuts the fewest. */
function bestPlane(pieces: readonly Piece[]): Plane | undefined {
  let best: Plane | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const axis of AXES) {
    const lowest = Math.min(...pieces.map(({ part }) => part.low[axis]));
    const highest = Math.max(...pieces.map(({ part }) => part.high[axis]));
    const candidates = new Set(pieces.flatMap(({ part }) => [part.low[axis], part.high[axis]]));
    for (const at of candidates) {
      if (at <= lowest || at >= highest) continue;
      const cut = pieces.filter(({ part }) => part.low[axis] < at && part.high[axis] > at).length;
      if (cut === 0) return { axis, at };
      if (cut < fewest) {
        fewest = cut;
        best = { axis, at };
      }
    }
  }
  return best;
}

type Corner = Box["low"];

function moved(corner: Corner, { axis, at }: Plane): Corner {
  const next: [number, number, number] = [...corner];
  next[axis] = at;
  return next;
}
