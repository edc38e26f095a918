import { describe, expect, it } from "vitest";
import type { Box } from "./extents";
import { paintingOrder } from "./painting";
import { edgesOf, TO_THE_EYE } from "./projection";

/** A linear congruential generator (Numerical Recipes), so that a failure can be repeated. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function overlap(one: Box, other: Box): boolean {
  return [0, 1, 2].every(
    (axis) =>
      (one.low[axis] ?? 0) < (other.high[axis] ?? 0) &&
      (other.low[axis] ?? 0) < (one.high[axis] ?? 0),
  );
}

/** Boxes anywhere in a cube, none within another: much wilder than what is packed. */
function scattered(seed: number): Box[] {
  const below = random(seed);
  const boxes: Box[] = [];
  for (let tries = 0; tries < 60 && boxes.length < 14; tries++) {
    const low = [below(20), below(20), below(20)] as const;
    const side = () => 1 + below(9);
    const high = [low[0] + side(), low[1] + side(), low[2] + side()] as const;
    const box = { low, high };
    if (!boxes.some((one) => overlap(one, box))) boxes.push(box);
  }
  return boxes;
}

/** How far along the line of sight through a point a box is left; undefined where it is missed. */
function leaves(point: readonly number[], { low, high }: Box): number | undefined {
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.POSITIVE_INFINITY;
  for (const axis of [0, 1, 2] as const) {
    const way = TO_THE_EYE[axis];
    from = Math.max(from, (low[axis] - (point[axis] ?? 0)) / way);
    to = Math.min(to, (high[axis] - (point[axis] ?? 0)) / way);
  }
  return to - from > 1e-9 ? to : undefined;
}

/** The box that whoever looks sees there, and the one that is painted there last. */
function seenAndPainted(boxes: Box[], point: readonly number[]) {
  let seen: number | undefined;
  let nearest = Number.NEGATIVE_INFINITY;
  boxes.forEach((box, of) => {
    const end = leaves(point, box);
    if (end === undefined || end <= nearest) return;
    nearest = end;
    seen = of;
  });
  const painted = paintingOrder(boxes).findLast(({ part }) => leaves(point, part) !== undefined);
  return { seen, painted: painted?.of };
}

/** One at the back, one before it, and one across both. */
const STACK: Box[] = [
  { low: [0, 0, 2], high: [4, 4, 3] },
  { low: [0, 2, 0], high: [4, 4, 2] },
  { low: [0, 0, 0], high: [4, 2, 2] },
];

describe("paintingOrder", () => {
  it("paints last what is nearest, wherever one looks", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const boxes = scattered(seed);
      const below = random(seed + 1_000);
      for (let look = 0; look < 40; look++) {
        const point = [below(29) + 0.37, below(29) + 0.61, below(29) + 0.13];
        const { seen, painted } = seenAndPainted(boxes, point);
        expect(painted, `seed ${seed}, through ${point}`).toBe(seen);
      }
    }
  });

  it("keeps every box whole where planes can part them", () => {
    expect(paintingOrder(STACK).map(({ of }) => of)).toEqual([2, 1, 0]);
  });

  it("cuts where boxes cover each other in a circle, and draws no edge at the cut", () => {
    const pinwheel: Box[] = [
      { low: [0, 0, 0], high: [2, 1, 1] },
      { low: [2, 0, 0], high: [3, 2, 1] },
      { low: [1, 2, 0], high: [3, 3, 1] },
      { low: [0, 1, 0], high: [1, 3, 1] },
    ];
    const pieces = paintingOrder(pinwheel);
    expect(pieces.length).toBe(5);
    const counts = new Map<number, number>();
    for (const piece of pieces) {
      const whole = pinwheel[piece.of];
      if (!whole) throw new Error("A piece of no box");
      counts.set(piece.of, (counts.get(piece.of) ?? 0) + edgesOf(piece, whole).length);
    }
    // Nine edges of a box can be seen; the four that a cut crosses come in two parts at most.
    const cut = pieces.find(({ of }, at) => pieces.findIndex((one) => one.of === of) !== at);
    for (const [of, edges] of counts) {
      if (of === cut?.of) expect(edges).toBeGreaterThan(9);
      else expect(edges).toBe(9);
      expect(edges).toBeLessThanOrEqual(13);
    }
  });
});
