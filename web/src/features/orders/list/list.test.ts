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

  it("of a report that led here stand beside them, and go one by one", () => {
    const placed =
      "placed_from=2026-11-20T22%3A00%3A00.000Z&placed_to=2026-11-20T23%3A00%3A00.000Z";
    const address = `location=SEA-01&${placed}&carrier=bluegull&service=ground&backlog=true`;
    const filters = filtersIn(new URLSearchParams(address));
    expect(addressOf(filters).toString()).toBe(address);
    expect(askedOf(filters)).toMatchObject({ carrier: "bluegull", backlog: true });
    const wider = narrowed(filters, { placedFrom: undefined, placedTo: undefined });
    expect(addressOf(wider).toString()).toBe(
      "location=SEA-01&carrier=bluegull&service=ground&backlog=true",
    );
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
