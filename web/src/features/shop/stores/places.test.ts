import { describe, expect, it } from "vitest";
import type { Location } from "@/shared/stock";
import { inPlace, sharedBeginning } from "./places";

function store(code: string, name: string, region: string, address: string): Location {
  const rest = { kind: "store" as const, latitude: 0, longitude: 0, timeZone: "UTC" };
  return { code, name, region, address, ...rest };
}

const STORES = [
  store("SEA-01", "Harbor Seattle", "us-west", "4410 Driftline Avenue S, Seattle, WA 98100"),
  store("STL-01", "Harbor St. Louis", "us-central", "3210 Paddlewheel Boulevard, St. Louis, MO"),
  store("MUC-01", "Harbor München", "eu", "Hafenstraße 4, 80331 München"),
];

describe("finding a store by place", () => {
  it.each([
    ["seat", ["SEA-01"]],
    ["west", ["SEA-01"]],
    ["st. louis", ["STL-01"]],
    ["saint", []],
    ["98100", ["SEA-01"]],
    ["munchen hafen", ["MUC-01"]],
    ["eattle", []],
    ["sea-01", ["SEA-01"]],
    ["  ", ["SEA-01", "STL-01", "MUC-01"]],
  ])("%s", (question, codes) => {
    expect(inPlace(STORES, question).map((each) => each.code)).toEqual(codes);
  });
});

describe("the beginning that names share", () => {
  it("is made of whole words, and leaves every store a name", () => {
    expect(sharedBeginning(["Harbor Wholesale Boise", "Harbor Wholesale Boston"])).toBe(
      "Harbor Wholesale ",
    );
    expect(sharedBeginning(["Harbor", "Harbor East"])).toBe("");
    expect(sharedBeginning(["Harbor Wholesale"])).toBe("");
    expect(sharedBeginning(["North", "South"])).toBe("");
  });
});
