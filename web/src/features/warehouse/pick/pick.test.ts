import { expect, it } from "vitest";
import type { OutboxEntry } from "@/shared/outbox";
import type { Pick, PickList, Stop } from "../wire";
import { progressOf, shortsOf } from "./progress";
import { scannedAt, shortOf, wishesOf } from "./wishes";

const TEA = { sku: "TEA", name: "Tea", barcodes: ["012345678905"], unit: "each" };
const OATS = { sku: "OATS", name: "Oats", barcodes: ["4006381333931"], unit: "kg" };
const KEEPS = { lot: null, expires: null, found: null };

function stop(number: number, ...picks: Pick[]): Stop {
  return { stop: number, slot: null, done: false, picks };
}

const FIRST = stop(
  0,
  { ...TEA, ...KEEPS, quantity: 2, tote: 1 },
  { ...TEA, ...KEEPS, quantity: 1, tote: 3 },
  { ...OATS, ...KEEPS, quantity: 0.1, tote: 1, lot: "L-7", expires: "2026-12-03" },
  { ...OATS, ...KEEPS, quantity: 0.2, tote: 2, lot: "L-7", expires: "2026-12-03" },
);
const SECOND = stop(1, { ...OATS, ...KEEPS, quantity: 1, tote: 2, lot: "L-8" });
const LIST: PickList = {
  id: "list",
  number: "W-1-1",
  wave: "wave",
  location: "SEA",
  state: "picking",
  picker: "Tom",
  lengthMm: 0,
  layout: null,
  walk: [],
  totes: [],
  stops: [FIRST, SECOND],
};

it("asks for each SKU and lot once, whichever totes it goes into", () => {
  expect(wishesOf(FIRST).map(({ sku, lot, quantity }) => [sku, lot, quantity])).toEqual([
    ["TEA", null, 3],
    ["OATS", "L-7", 0.3],
  ]);
  expect(wishesOf(FIRST)[0]?.totes.map(({ tote }) => tote)).toEqual([1, 3]);
});

it("tells the server only of what was not found whole", () => {
  const wishes = wishesOf(FIRST);
  expect(shortOf(wishes, { "TEA ": 3, "OATS L-7": 0.3 })).toEqual([]);
  expect(shortOf(wishes, { "TEA ": 0, "OATS L-7": 0.25 })).toEqual([
    { sku: "TEA", found: 0 },
    { sku: "OATS", lot: "L-7", found: 0.25 },
  ]);
});

it("knows what a scan means here, elsewhere on the list, and not at all", () => {
  expect(scannedAt(LIST, FIRST, "12345678905", {})).toMatchObject({ is: "wanted" });
  expect(scannedAt(LIST, FIRST, "tea", {})).toMatchObject({ is: "wanted" });
  expect(scannedAt(LIST, FIRST, "tea", { "TEA ": 3 })).toMatchObject({ is: "taken" });
  const foreign = scannedAt(LIST, FIRST, "999", {});
  expect(foreign).toMatchObject({ is: "foreign", text: expect.stringContaining("Tea or Oats") });
  const other = scannedAt(LIST, SECOND, "TEA", {});
  expect(other).toMatchObject({ is: "elsewhere", text: expect.stringContaining("stop 1") });
});

function said(of: number, does: string, more: Partial<OutboxEntry> = {}): OutboxEntry {
  const notes = { list: LIST.id, stop: of, does };
  const rest = { path: "", body: "", text: "", madeAt: 0, tries: 0, nextTryAt: 0 };
  return { id: `${of} ${does}`, ...rest, notes, state: "waiting", ...more };
}

it("counts a stop as done while the server has not heard of it, and as it says after that", () => {
  const waiting = progressOf(LIST, [said(0, "confirm")], 100);
  expect([FIRST, SECOND].map(waiting.isDone)).toEqual([true, false]);
  const justSettled = said(0, "confirm", { state: "done", settledAt: 150 });
  expect(progressOf(LIST, [justSettled], 100).isDone(FIRST)).toBe(true);
  expect(progressOf(LIST, [justSettled], 200).isDone(FIRST)).toBe(false);
});

it("does not count what was refused or taken back", () => {
  const refused = said(0, "confirm", { state: "refused", settledAt: 150 });
  expect(progressOf(LIST, [refused], 100).isDone(FIRST)).toBe(false);
  const back = progressOf(LIST, [said(0, "confirm"), said(0, "undo")], 100);
  expect(back.isDone(FIRST)).toBe(false);
});

it("tells what became of missing goods until somebody has put it away", () => {
  // biome-ignore lint/suspicious/noThenProperty: that is its name on the wire
  const answer = { short: [{ order: "o", number: "A-1", sku: "TEA", missing: 1, then: "Waits." }] };
  const done = said(0, "confirm", { state: "done", settledAt: 150, answer });
  expect(shortsOf(LIST, [done]).map(({ short }) => short[0]?.then)).toEqual(["Waits."]);
  expect(shortsOf(LIST, [{ ...done, seen: true }])).toEqual([]);
});
