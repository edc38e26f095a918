import { describe, expect, it } from "vitest";
import type { Shipment, ShipmentLine } from "../types";
import { allSellable, returnLines, troubleIn } from "./returning";

function sent(sku: string, quantity: number, returned = 0): ShipmentLine {
  return { line: 0, sku, quantity, returned, lots: [] };
}

const SENT = { lines: [sent("HB-1", 2), sent("HB-1", 1), sent("HB-2", 0.3)] } as Shipment;

describe("a return", () => {
  it("of everything is everything that was sent, by SKU", () => {
    expect(returnLines(allSellable(SENT))).toEqual([
      { sku: "HB-1", quantity: 3, condition: "sellable" },
      { sku: "HB-2", quantity: 0.3, condition: "sellable" },
    ]);
  });

  it("may be partly damaged, never more than was sent", () => {
    const back = (sellable: number, damaged: number) => new Map([["HB-2", { sellable, damaged }]]);
    expect(troubleIn(SENT, back(0.1, 0.2))).toBeUndefined();
    expect(troubleIn(SENT, back(0.2, 0.2))).toBe("More of HB-2 would come back than is out there.");
    expect(returnLines(back(0.1, 0.2)).map(({ condition }) => condition)).toEqual([
      "sellable",
      "damaged",
    ]);
  });

  it("is of what has not come back yet", () => {
    const lines = [sent("HB-2", 0.3, 0.1)];
    expect(allSellable({ ...SENT, lines }).get("HB-2")?.sellable).toBe(0.2);
  });

  it("of nothing is none", () => {
    expect(troubleIn(SENT, new Map())).toBe("Say what came back.");
  });
});
