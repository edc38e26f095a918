import { describe, expect, it } from "vitest";
import { breaksPromise, isLate, possibleDeeds, whatNext } from "./next";
import type { Order, OrderState, Shipment } from "./types";

const NOW = Date.parse("2026-11-27T12:00:00Z");
const zoneOf = () => "America/Los_Angeles";

function shipment(state: OrderState, location: string, shipBy: string): Shipment {
  const cost = { postageMinor: 750, cartonsMinor: 65, adjustmentMinor: 0, opportunityMinor: 0 };
  return {
    id: location,
    state,
    location,
    carrier: "Coastline",
    service: "Ground",
    pickUp: "2026-11-27",
    shipBy,
    arrival: "2026-11-30",
    totalMinor: 815,
    ...cost,
    tracking: [],
    wave: null,
    pickList: null,
    releasedAt: null,
    shippedAt: null,
    lines: [],
    cartons: [],
  };
}

function order(state: OrderState, ...shipments: Shipment[]): Order {
  const at = "2026-11-27T08:00:00Z";
  return {
    id: "1",
    number: "H-1",
    version: 1,
    state,
    createdAt: at,
    updatedAt: at,
    promised: "2026-11-30",
    shipBy: null,
    shipTo: { postcode: "98101", country: "US", residential: true },
    preferences: null,
    reservation: null,
    currency: "USD",
    lines: [],
    cost: {
      totalMinor: 815,
      postageMinor: 750,
      cartonsMinor: 65,
      adjustmentMinor: 0,
      opportunityMinor: 0,
      splitMinor: 0,
    },
    shipments,
    plan: { proven: true, alternatives: [], services: [] },
    steps: [],
  };
}

const SOON = "2026-11-27T15:00:00Z";
const OVER = "2026-11-27T10:00:00Z";

describe("what happens next", () => {
  it("is told of the shipment that must leave first", () => {
    const placed = shipment("placed", "SEA-01", SOON);
    const later = shipment("placed", "FC-RNO", "2026-11-28T15:00:00Z");
    const told = whatNext(order("placed", later, placed), NOW, zoneOf);
    expect(told).toContain("It must leave SEA-01 by Fri, Nov 27, 07:00 PST, in 3 h.");
  });

  it("says that it is late, and that a part is further", () => {
    const late = shipment("placed", "SEA-01", OVER);
    const told = whatNext(order("placed", late, shipment("shipped", "FC-RNO", OVER)), NOW, zoneOf);
    expect(told).toContain("It should have left SEA-01");
    expect(told).toContain("1 shipment from FC-RNO is further.");
  });

  it("is late only while it is still here", () => {
    expect(isLate({ state: "packed", shipBy: OVER }, NOW)).toBe(true);
    expect(isLate({ state: "shipped", shipBy: OVER }, NOW)).toBe(false);
    expect(isLate({ state: "placed", shipBy: SOON }, NOW)).toBe(false);
  });

  it("breaks its promise by a shipment that arrives later, not by one given up", () => {
    const late = { ...shipment("placed", "SEA-01", SOON), arrival: "2026-12-01" };
    expect(breaksPromise(order("placed", late))).toBe(true);
    expect(breaksPromise(order("placed", { ...late, state: "cancelled" }))).toBe(false);
    expect(breaksPromise(order("cancelled", late))).toBe(false);
  });
});

describe("what can be done", () => {
  const deeds = (state: OrderState, ...states: OrderState[]) =>
    possibleDeeds(order(state, ...states.map((one) => shipment(one, one, SOON))));

  it("follows the state", () => {
    expect(deeds("placed", "placed")).toEqual(["release", "change", "replan", "cancel"]);
    expect(deeds("picking", "picking")).toEqual(["cancel"]);
    expect(deeds("delivered", "delivered")).toEqual(["return"]);
    expect(deeds("cancelled", "cancelled")).toEqual([]);
  });

  it("is no cancelling once a part has left", () => {
    expect(deeds("packed", "packed", "shipped")).toEqual(["return"]);
  });
});
