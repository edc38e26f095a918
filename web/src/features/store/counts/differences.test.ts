import { describe, expect, it } from "vitest";
import { batchesOf, differenceOf, differencesOf } from "./differences";
import { newSheet, type SheetLine } from "./sheet";

function line(sku: string, more: Partial<SheetLine> = {}): SheetLine {
  return { sku, name: sku, unit: "each", scale: 0, barcodes: [], ...more };
}

describe("a count", () => {
  it("is posted as it is where nothing has moved", () => {
    const found = differenceOf(line("A", { onHandThen: 100 }), 97, 100);
    expect(found).toMatchObject({ moved: 0, posted: 97, difference: -3 });
  });

  it("carries over what was sold and received since", () => {
    const found = differenceOf(line("A", { onHandThen: 100 }), 97, 95);
    expect(found).toMatchObject({ moved: -5, posted: 92, difference: -3 });
  });

  it("is never less than nothing", () => {
    expect(differenceOf(line("A", { onHandThen: 5 }), 1, 0).posted).toBe(0);
  });

  it("made without the server is posted as counted and says so", () => {
    expect(differenceOf(line("A"), 7, 9)).toMatchObject({
      moved: undefined,
      posted: 7,
      difference: -2,
    });
  });

  it("of kilograms is exact", () => {
    const found = differenceOf(line("A", { scale: 3, onHandThen: 0.3 }), 0.1, 0.1);
    expect(found).toMatchObject({ moved: -0.2, posted: 0, difference: -0.1 });
  });
});

describe("a sheet", () => {
  const sheet = newSheet("SEA", "test", [
    line("A", { counted: 9, onHandThen: 10 }),
    line("B"),
    line("C", { counted: 5, onHandThen: 50 }),
  ]);
  const now = new Map([
    ["A", 10],
    ["B", 4],
    ["C", 50],
  ]);

  it("leaves alone what was not counted", () => {
    expect(differencesOf(sheet, now, false).map((each) => each.line.sku)).toEqual(["C", "A"]);
  });

  it("posts zero for it where that is meant", () => {
    const rest = differencesOf(sheet, now, true).find((each) => each.line.sku === "B");
    expect(rest).toMatchObject({ posted: 0, difference: -4 });
  });

  it("goes out in batches", () => {
    const batches = batchesOf(Array.from({ length: 450 }, (_, i) => i));
    expect(batches.map((batch) => batch.length)).toEqual([200, 200, 50]);
  });
});
