import { expect, it } from "vitest";
import type { PackedItem } from "./extents";
import { boxOf, turnedBox } from "./extents";
import { project } from "./projection";
import { attitudeOf, placeOf, stepsOf } from "./steps";

const INNER = { lengthMm: 400, widthMm: 300, heightMm: 200 };

function item(sku: string, at: readonly number[], size: readonly number[]): PackedItem {
  const [xMm = 0, yMm = 0, zMm = 0] = at;
  const [lengthMm = 0, widthMm = 0, heightMm = 0] = size;
  return { sku, xMm, yMm, zMm, lengthMm, widthMm, heightMm };
}

const ITEMS = [
  item("TOWELS", [0, 0, 0], [200, 150, 100]),
  item("TOWELS", [200, 0, 0], [200, 150, 100]),
  item("TEA", [0, 150, 0], [100, 150, 120]),
  item("OATS", [250, 150, 0], [150, 150, 100]),
  item("TOWELS", [100, 0, 100], [200, 150, 100]),
];
const STEPS = stepsOf(ITEMS);

function words(at: number, turn: 0 | 1 | 2 | 3 = 0): string {
  const step = STEPS[at];
  if (!step) throw new Error(`There is no step ${at}`);
  return `${placeOf(step, { inner: INNER, steps: STEPS, turn })}; ${attitudeOf(step, turn)}`;
}

it("takes units that lie the same way one after the other as one step", () => {
  expect(STEPS.map(({ sku, items }) => `${items.length} ${sku}`)).toEqual([
    "2 TOWELS",
    "1 TEA",
    "1 OATS",
    "1 TOWELS",
  ]);
});

it("says where it goes, what it rests on and how it is turned", () => {
  expect(words(0)).toBe("Along the back, on the bottom; long side left to right, 10 cm high");
  expect(words(1)).toBe(
    "In the front left corner, on the bottom; long side back to front, 12 cm high",
  );
  expect(words(2)).toBe("In the front right corner, on the bottom; 10 cm high");
  expect(words(3)).toBe(
    "At the back, 10 cm from the left, on top of 1; long side left to right, 10 cm high",
  );
});

it("says which side is below where it is known how a unit stands", () => {
  const tea = STEPS[1];
  if (!tea) throw new Error("No tea");
  const standing = (lengthMm: number, widthMm: number, heightMm: number) =>
    attitudeOf(tea, 0, { lengthMm, widthMm, heightMm });
  const rest = "long side back to front, 12 cm high";
  expect(standing(150, 100, 120)).toBe(`upright, ${rest}`);
  expect(standing(150, 120, 100)).toBe(`on its side, ${rest}`);
  expect(standing(120, 150, 100)).toBe(`on its end, ${rest}`);
  expect(standing(120, 120, 120)).toBe(`upright, ${rest}`);
});

it("says so as it is seen after a turn", () => {
  expect(words(2, 1)).toBe("In the front left corner, on the bottom; 10 cm high");
  expect(words(1, 2)).toBe(
    "In the back right corner, on the bottom; long side back to front, 12 cm high",
  );
  expect(words(0, 3)).toBe(
    "Along the left side, on the bottom; long side back to front, 10 cm high",
  );
});

it("is where it was after four quarters", () => {
  const first = ITEMS[2];
  if (!first) throw new Error("No item");
  let box = boxOf(first);
  let room = INNER;
  for (let quarter = 0; quarter < 4; quarter++) {
    box = turnedBox(box, room, 1);
    room = { ...room, lengthMm: room.widthMm, widthMm: room.lengthMm };
  }
  expect(box).toEqual(boxOf(first));
});

it("draws what is at the right to the right, in front lower, and above higher", () => {
  const [across, down] = project([0, 0, 0]);
  expect(project([10, 0, 0])[0]).toBeGreaterThan(across);
  expect(project([0, 10, 0])[1]).toBeGreaterThan(down);
  expect(project([0, 0, 10])[1]).toBeLessThan(down);
});
