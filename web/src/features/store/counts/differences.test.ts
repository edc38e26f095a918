import { describe, expect, it } from "vitest";
import type { OutboxEntry } from "@/shared/outbox";
import { batchesOf, differenceOf, differencesOf } from "./differences";
import { ownMovesOf } from "./ownMoves";
import { newSheet, type SheetLine } from "./sheet";

function line(sku: string, more: Partial<SheetLine> = {}): SheetLine {
  return { sku, name: sku, unit: "each", scale: 0, barcodes: [], ...more };
}

describe("a count", () => {
  it("is posted as it is where nothing has moved", () => {
    const found = differenceOf(line("A", { onHandThen: 100 }), 97, { onHandNow: 100 });
    expect(found).toMatchObject({ moved: 0, posted: 97, difference: -3 });
  });

  it("carries over what was sold and received since", () => {
    const found = differenceOf(line("A", { onHandThen: 100 }), 97, { onHandNow: 95 });
    expect(found).toMatchObject({ moved: -5, posted: 92, difference: -3 });
  });

  it("is never less than nothing", () => {
    expect(differenceOf(line("A", { onHandThen: 5 }), 1, { onHandNow: 0 }).posted).toBe(0);
  });

  it("made without the server is posted as counted and says so", () => {
    expect(differenceOf(line("A"), 7, { onHandNow: 9 })).toMatchObject({
      moved: undefined,
      posted: 7,
      difference: -2,
    });
  });

  it("carries over what this device sold, where the server was away at the count", () => {
    const own = { all: -2, waiting: 0 };
    const found = differenceOf(line("A"), 7, { onHandNow: 9, own });
    expect(found).toMatchObject({ moved: -2, posted: 5, difference: -4 });
  });

  it("carries over what this device sold, where the server is away at the posting", () => {
    const own = { all: -2, waiting: -2 };
    const found = differenceOf(line("A", { onHandThen: 10 }), 9, { own });
    expect(found).toMatchObject({ moved: -2, posted: 7, difference: -1 });
  });

  it("carries over a sale that waits, of which the server does not know yet", () => {
    const own = { all: -3, waiting: -1 };
    const found = differenceOf(line("A", { onHandThen: 10 }), 9, { onHandNow: 8, own });
    expect(found).toMatchObject({ moved: -3, posted: 6, difference: -1 });
  });

  it("of kilograms is exact", () => {
    const found = differenceOf(line("A", { scale: 3, onHandThen: 0.3 }), 0.1, { onHandNow: 0.1 });
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

describe("what this device moved", () => {
  const at = { sku: "A", location: "SEA", since: 1_000 };

  function entry(kind: string, quantity: number, more: Partial<OutboxEntry> = {}): OutboxEntry {
    const notes = { kind, sku: "A", name: "A", unit: "each", quantity, location: "SEA" };
    const rest = { id: kind, path: "/v1/sales", body: "", text: "", tries: 1, nextTryAt: 0 };
    return { ...rest, notes, madeAt: 2_000, state: "done", ...more };
  }

  it("is what was done after the count, and what waits", () => {
    const sold = entry("sell", 3);
    const received = entry("receive", 10, { state: "waiting" });
    expect(ownMovesOf([sold, received], at)).toEqual({ all: 7, waiting: 10 });
  });

  it("is not what was refused, came before, or concerns another item or place", () => {
    const elsewhere = { kind: "sell", sku: "A", name: "A", unit: "each", quantity: 1 };
    const entries = [
      entry("sell", 1, { state: "refused" }),
      entry("sell", 1, { madeAt: 1_000 }),
      entry("sell", 1, { notes: { ...elsewhere, location: "PDX" } }),
      entry("sell", 1, { notes: { ...elsewhere, sku: "B", location: "SEA" } }),
    ];
    expect(ownMovesOf(entries, at)).toEqual({ all: 0, waiting: 0 });
  });
});
