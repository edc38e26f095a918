import type { Box, Extents } from "./extents";
import type { Piece } from "./painting";

/** Seen by somebody who stands before the carton, a little to its right, and looks down into it. */
const AROUND = (30 * Math.PI) / 180;
const DOWN = (35 * Math.PI) / 180;

type Corner = readonly [x: number, y: number, z: number];
export type Spot = readonly [across: number, down: number];

/** Where a point of the carton is on the picture, in millimetres of the picture. */
export function project([x, y, z]: Corner): Spot {
  const across = x * Math.cos(AROUND) - y * Math.sin(AROUND);
  const away = x * Math.sin(AROUND) + y * Math.cos(AROUND);
  return [across, away * Math.sin(DOWN) - z * Math.cos(DOWN)];
}

/** The direction from the carton to whoever looks. */
export const TO_THE_EYE: Corner = [
  Math.sin(AROUND) * Math.cos(DOWN),
  Math.cos(AROUND) * Math.cos(DOWN),
  Math.sin(DOWN),
];

/** What the picture must hold: left, top, width, height. */
export function frameOf({ lengthMm, widthMm, heightMm }: Extents, margin: number) {
  const left = project([0, widthMm, 0])[0] - margin;
  const right = project([lengthMm, 0, 0])[0] + margin;
  const top = project([0, 0, heightMm])[1] - margin;
  const bottom = project([lengthMm, widthMm, 0])[1] + margin;
  return { left, top, width: right - left, height: bottom - top };
}

export type Face = "top" | "front" | "side";

export interface PaintedFace {
  face: Face;
  corners: Spot[];
}

/** The three faces of a box that can be seen from there. */
export function facesOf({ low, high }: Box): PaintedFace[] {
  const [x0, y0, z0] = low;
  const [x1, y1, z1] = high;
  const spots = (...corners: Corner[]) => corners.map(project);
  return [
    { face: "side", corners: spots([x1, y0, z0], [x1, y1, z0], [x1, y1, z1], [x1, y0, z1]) },
    { face: "front", corners: spots([x0, y1, z0], [x1, y1, z0], [x1, y1, z1], [x0, y1, z1]) },
    { face: "top", corners: spots([x0, y0, z1], [x1, y0, z1], [x1, y1, z1], [x0, y1, z1]) },
  ];
}

type Bound = readonly [axis: 0 | 1 | 2, end: "low" | "high"];

const LEFT: Bound = [0, "low"];
const RIGHT: Bound = [0, "high"];
const BACK: Bound = [1, "low"];
const FRONT: Bound = [1, "high"];
const BOTTOM: Bound = [2, "low"];
const TOP: Bound = [2, "high"];

/** The edges that can be seen, each between two faces. */
const EDGES: readonly (readonly [Bound, Bound])[] = [
  [TOP, LEFT],
  [TOP, BACK],
  [TOP, RIGHT],
  [TOP, FRONT],
  [FRONT, LEFT],
  [FRONT, RIGHT],
  [FRONT, BOTTOM],
  [RIGHT, BACK],
  [RIGHT, BOTTOM],
];

/** Lines of what is an edge of the whole box, not of a cut through it. */
export function edgesOf({ part }: Piece, whole: Box): [Spot, Spot][] {
  const real = ([axis, end]: Bound) => part[end][axis] === whole[end][axis];
  return EDGES.filter(([one, other]) => real(one) && real(other)).map((edge) => {
    const from: [number, number, number] = [...part.low];
    const to: [number, number, number] = [...part.high];
    for (const [axis, end] of edge) {
      from[axis] = part[end][axis];
      to[axis] = part[end][axis];
    }
    return [project(from), project(to)];
  });
}
