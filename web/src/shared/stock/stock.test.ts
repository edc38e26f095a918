import { describe, expect, it } from "vitest";
import { distanceKm, distanceText } from "./distance";
import { availableAt, merged } from "./merge";
import { quantityText, rounded } from "./quantity";
import type { Availability } from "./types";

const SEATTLE = { latitude: 47.6062, longitude: -122.3321 };
const PORTLAND = { latitude: 45.5152, longitude: -122.6784 };

function told(asOf: string, ...rows: [location: string, atp: number, version: number][]) {
  const locations = rows.map(([location, availableToPromise, version]) => {
    return { location, availableToPromise, version };
  });
  return { sku: "A", unit: "each", stale: false, asOf, locations } satisfies Availability;
}

describe("distances", () => {
  it("are those of the globe", () => {
    expect(distanceKm(SEATTLE, PORTLAND)).toBeCloseTo(234, 0);
    expect(distanceKm(SEATTLE, SEATTLE)).toBe(0);
    expect(
      distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }),
    ).toBeCloseTo(111.2, 1);
  });

  it("are told as people tell them", () => {
    expect(distanceText(0.01)).toBe("50 m");
    expect(distanceText(0.84)).toBe("850 m");
    expect(distanceText(4.24)).toBe("4.2 km");
    expect(distanceText(1312.4)).toBe("1,312 km");
  });
});

describe("merging what was told", () => {
  it("keeps the higher version of each position, whatever comes last", () => {
    const known = told("2026-11-21T10:00:02.000Z", ["SEA", 4, 8], ["PDX", 1, 2]);
    const late = merged(known, told("2026-11-21T10:00:01.000Z", ["SEA", 5, 7]));
    expect(availableAt(late, "SEA").availableToPromise).toBe(4);
    expect(late.asOf).toBe(known.asOf);
    const next = merged(late, told("2026-11-21T10:00:03.000Z", ["SEA", 3, 9], ["BOI", 7, 1]));
    expect(next.locations.map((row) => row.availableToPromise)).toEqual([3, 1, 7]);
    expect(next.asOf).toBe("2026-11-21T10:00:03.000Z");
  });

  it("forgets the age of an answer that a fresh one follows", () => {
    const stale = {
      ...told("2026-11-21T10:00:00.000Z", ["SEA", 4, 8]),
      stale: true,
      ageSeconds: 9,
    };
    const fresh = merged(stale, told("2026-11-21T10:00:09.000Z"));
    expect(fresh.stale).toBe(false);
    expect(fresh.ageSeconds).toBeUndefined();
    expect(availableAt(fresh, "SEA").version).toBe(8);
  });

  it("has none where the SKU never was", () => {
    expect(availableAt(told("2026-11-21T10:00:00.000Z"), "SEA").availableToPromise).toBe(0);
  });
});

describe("quantities", () => {
  it("have a unit where they are not pieces", () => {
    expect(quantityText(1204, "each")).toBe("1,204");
    expect(quantityText("89.6750", "kg")).toBe("89.675\u00a0kg");
  });

  it("are of the scale of their SKU", () => {
    expect(rounded(0.1 + 0.2, 3)).toBe(0.3);
  });
});
