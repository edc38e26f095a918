import { describe, expect, it } from "vitest";
import { added, type BasketLine, byStore, MOST_OF_ONE } from "./basket";

function line(sku: string, location: string, quantity: number, scale = 0): BasketLine {
  return { sku, name: sku, unit: scale === 0 ? "each" : "kg", scale, location, quantity };
}

describe("the basket", () => {
  it("has one line for a product in a store, and another for the next store", () => {
    const one = added([line("A", "SEA", 1)], line("A", "SEA", 2));
    expect(one.map((each) => each.quantity)).toEqual([3]);
    const two = added(one, line("A", "PDX", 1));
    expect(two.map((each) => each.location)).toEqual(["SEA", "PDX"]);
  });

  it("keeps to the scale, and to the most that may be reserved", () => {
    expect(added([line("B", "SEA", 0.1, 3)], line("B", "SEA", 0.2, 3))[0]?.quantity).toBe(0.3);
    expect(added([line("A", "SEA", 60)], line("A", "SEA", 60))[0]?.quantity).toBe(MOST_OF_ONE);
  });

  it("is ordered by store", () => {
    const lines = [line("A", "SEA", 1), line("A", "PDX", 1), line("B", "SEA", 1)];
    expect(byStore(lines).map(([store, own]) => [store, own.map((each) => each.sku)])).toEqual([
      ["SEA", ["A", "B"]],
      ["PDX", ["A"]],
    ]);
  });
});
