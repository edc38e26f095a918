import { describe, expect, it } from "vitest";
import { bodyOf, type DraftLine, EMPTY, missingIn, withSku } from "./draft";

const OIL: DraftLine = { sku: "HB-1", name: "Oil", unit: "each", scale: 0, quantity: 1 };
const LOOSE: DraftLine = { sku: "HB-2", name: "Bananas", unit: "kg", scale: 3, quantity: 0.1 };

describe("an order that is written", () => {
  it("takes the same item again as more of it", () => {
    const lines = [OIL, LOOSE].reduce(withSku, [] as DraftLine[]);
    expect(withSku(lines, OIL).map(({ quantity }) => quantity)).toEqual([2, 0.1]);
    // Not 0.30000000000000004.
    expect(withSku(lines, { ...LOOSE, quantity: 0.2 })[1]?.quantity).toBe(0.3);
  });

  it("sends what was given, and leaves the rest out", () => {
    const shipTo = { ...EMPTY.shipTo, name: " Ada ", postcode: " 98101 " };
    expect(bodyOf({ ...EMPTY, lines: [OIL], shipTo, excluded: ["FC-COL"] }, "r1")).toEqual({
      reservation: "r1",
      lines: [{ sku: "HB-1", quantity: 1 }],
      shipTo: { name: "Ada", postcode: "98101", country: "US", residential: true },
      preferences: { excluded: ["FC-COL"] },
    });
  });

  it("says what is missing, one thing at a time", () => {
    const filled = { ...EMPTY, lines: [OIL], shipTo: { ...EMPTY.shipTo, postcode: "98101" } };
    expect(missingIn(EMPTY)).toContain("Add what");
    expect(missingIn({ ...filled, lines: [{ ...OIL, quantity: 0 }] })).toContain("Give Oil");
    expect(missingIn({ ...filled, shipTo: EMPTY.shipTo })).toContain("postcode");
    expect(missingIn(filled)).toBeUndefined();
  });
});
