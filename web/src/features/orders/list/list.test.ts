import { describe, expect, it } from "vitest";
import type { OrderSummary } from "../types";
import { ordersCsv } from "./csv";
import { addressOf, askedOf, filtersIn, narrowed } from "./filters";

describe("filters of the list", () => {
  it("stand in the address and come back from it", () => {
    const address = "number=H-48&state=placed&location=SEA-01&ship_by=2026-11-27";
    const filters = filtersIn(new URLSearchParams(address));
    expect(addressOf(filters).toString()).toBe(address);
    const { ship_before, ...rest } = askedOf(filters);
    expect(rest).toEqual({ number: "H-48", state: "placed", location: "SEA-01" });
    // The day itself is meant too.
    expect(new Date(ship_before ?? "").getDate()).toBe(28);
  });

  it("give way to a number, and a number to them", () => {
    const filters = filtersIn(new URLSearchParams("state=placed&location=SEA-01"));
    const one = narrowed(filters, { number: "W-1" });
    expect(askedOf(one)).toEqual({ number: "W-1" });
    expect(askedOf(narrowed(one, { state: "packed" }))).toEqual({ state: "packed" });
    expect(askedOf(narrowed(filters, { number: "" }))).toEqual(askedOf(filters));
  });

  it("that make no sense are left out", () => {
    const filters = filtersIn(new URLSearchParams("state=lost&ship_by=tomorrow"));
    expect(askedOf(filters)).toEqual({});
  });
});

describe("the list as a file", () => {
  const order: OrderSummary = {
    id: "1",
    number: "H-1",
    state: "placed",
    version: 1,
    createdAt: "2026-11-27T08:00:00Z",
    updatedAt: "2026-11-27T08:00:00Z",
    customer: '=HYPERLINK("x"), Inc.',
    promised: null,
    shipBy: "2026-11-27T15:00:00Z",
    locations: ["SEA-01", "FC-RNO"],
    carrier: "bluegull",
    service: "ground",
    lines: 2,
    units: 5,
    totalMinor: 1_795,
    currency: "USD",
  };

  it("has exact money, and runs nothing in a spreadsheet", () => {
    const [, row] = ordersCsv([order]).split("\r\n");
    expect(row).toBe(
      'H-1,placed,"\'=HYPERLINK(""x""), Inc.",2026-11-27T08:00:00Z,,2026-11-27T15:00:00Z,SEA-01 FC-RNO,bluegull,ground,2,5,17.95,USD',
    );
  });
});
