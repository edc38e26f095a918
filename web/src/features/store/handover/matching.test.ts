import { expect, test } from "vitest";
import type { Schema } from "@/shared/api/client";
import { isPickupNumber, matches } from "./matching";

const reservation: Schema["Reservation"] = {
  id: "0197d4b2-3c1e-7a55-9d0e-4b8f1c2d3e4f",
  state: "active",
  createdAt: "2026-11-20T23:52:37Z",
  expiresAt: "2026-11-21T00:07:37Z",
  lines: [{ sku: "HB-00001", location: "SEA", quantity: 1 }],
};

test.each(["2D3E4F", "2d3e4f", "2D3 E4F", " 2D3E4F ", reservation.id, "hb-00001"])(
  "%s means this reservation",
  (text) => expect(matches(reservation, text)).toBe(true),
);

test.each(["E4F", "2D3E40", "HB-00002", ""])("%s means another", (text) =>
  expect(matches(reservation, text)).toBe(false),
);

test.each([
  ["2D3 E4F", true],
  ["2d3e4f", true],
  ["2D3E4", false],
  ["4006381333931", false],
  ["HB-001", false],
])("whether %s is a pick-up number: %s", (text, yes) => expect(isPickupNumber(text)).toBe(yes));
