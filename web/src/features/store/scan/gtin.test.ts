import { expect, it } from "vitest";
import { isGtin, isIdentifier } from "./gtin";

it("tells barcodes by their check digit", () => {
  expect(isGtin("4006381333931")).toBe(true);
  expect(isGtin("4006381333932")).toBe(false);
  expect(isGtin("73513537")).toBe(true);
  expect(isGtin("036000291452")).toBe(true);
  expect(isGtin("123")).toBe(false);
});

it("tells the names of reservations", () => {
  expect(isIdentifier("0197d4b2-3c1e-7a55-9d0e-4b8f1c2d3e4f")).toBe(true);
  expect(isIdentifier("HB-00001")).toBe(false);
});
