import { expect, it } from "vitest";
import type { Layout, Slot } from "../wire";
import {
  closeUp,
  depotOf,
  floorFrame,
  handOf,
  legsOf,
  lengthOfWay,
  placeOfSlot,
  shelvesOf,
  wallsOf,
} from "./floorMap";

const LAYOUT: Layout = {
  aisles: 3,
  aislePitchMm: 4_000,
  blocks: [
    { lengthMm: 10_000, slotsPerSide: 10 },
    { lengthMm: 6_000, slotsPerSide: 6 },
  ],
  crossAisleMm: 2_000,
  levels: 2,
  depot: { aisle: 1, distanceMm: 1_500 },
  walls: [{ aisle: 2, block: 0, beforePosition: 4 }],
};

function slot(more: Partial<Slot>): Slot {
  const at = { aisle: 0, block: 0, position: 0, side: "left", level: 0, xMm: 0, yMm: 0 } as const;
  return { text: "", ...at, ...more };
}

const at = (xMm: number, yMm: number) => ({ xMm, yMm });

it("draws shelves on both sides of every aisle, between the cross aisles", () => {
  const shelves = shelvesOf(LAYOUT);
  expect(shelves).toHaveLength(12);
  expect(shelves[0]).toEqual({ xMm: -2_000, yMm: 1_000, widthMm: 1_200, depthMm: 10_000 });
  expect(shelves[3]).toEqual({ xMm: 800, yMm: 13_000, widthMm: 1_200, depthMm: 6_000 });
});

it("finds a slot within its shelf, and a wall across its aisle", () => {
  const right = slot({ aisle: 1, block: 1, position: 2, side: "right" });
  expect(placeOfSlot(LAYOUT, right)).toEqual({
    xMm: 4_800,
    yMm: 15_000,
    widthMm: 1_200,
    depthMm: 1_000,
  });
  expect(wallsOf(LAYOUT)).toEqual([[at(7_200, 5_000), at(8_800, 5_000)]]);
});

it("frames all of it, the depot too", () => {
  const { xMm, yMm, widthMm, depthMm } = floorFrame(LAYOUT);
  const depot = depotOf(LAYOUT);
  expect(depot).toEqual(at(4_000, -1_500));
  expect(yMm).toBeLessThan(depot.yMm);
  for (const shelf of shelvesOf(LAYOUT)) {
    expect(shelf.xMm).toBeGreaterThanOrEqual(xMm);
    expect(shelf.xMm + shelf.widthMm).toBeLessThanOrEqual(xMm + widthMm);
    expect(shelf.yMm + shelf.depthMm).toBeLessThanOrEqual(yMm + depthMm);
  }
});

const WALK = [at(4_000, 0), at(0, 0), at(0, 6_500), at(0, 0), at(4_000, 0)];

it("parts a walk at its stops, also where it comes back the same way", () => {
  const legs = legsOf(WALK, [at(0, 3_500), at(0, 6_500)]);
  expect(legs).toEqual([
    [at(4_000, 0), at(0, 0), at(0, 3_500)],
    [at(0, 3_500), at(0, 6_500)],
    [at(0, 6_500), at(0, 6_500), at(0, 0), at(4_000, 0)],
  ]);
  expect(legs.map(lengthOfWay)).toEqual([7_500, 3_000, 10_500]);
});

it("comes close to a leg, and no closer than that one sees what is around", () => {
  const leg = [at(0, 0), at(9_000, 0), at(9_000, 1_000)];
  expect(closeUp(leg, 500, 4_000)).toEqual({
    xMm: -500,
    yMm: -1_500,
    widthMm: 10_000,
    depthMm: 4_000,
  });
});

it("leaves a stop without a slot out of the way", () => {
  const legs = legsOf(WALK, [null, at(0, 6_500)]);
  expect(legs[0]).toEqual([]);
  expect(lengthOfWay(legs[1] ?? [])).toBe(10_500);
});

it("says on which hand a slot is, also for who comes from the back or has not moved", () => {
  const left = slot({ side: "left" });
  expect(handOf(left, [[at(0, 0), at(0, 3_500)]])).toBe("left");
  expect(handOf(left, [[at(0, 9_000), at(0, 3_500)]])).toBe("right");
  expect(handOf(left, [[at(0, 9_000), at(0, 3_500)], [at(0, 3_500)]])).toBe("right");
  expect(handOf(left, [])).toBeUndefined();
});
