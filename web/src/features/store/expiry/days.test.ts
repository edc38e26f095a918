import { expect, test } from "vitest";
import { byDay, dayFrom, dayText, type ExpiringLot, farText } from "./days";

function lot(code: string, expires: string, daysLeft: number): ExpiringLot {
  const where = { sku: "HB-00001", name: "Milk", location: "SEA-01" };
  return { ...where, lot: code, expires, daysLeft, received: 10, left: 4 };
}

test("lots stand under their last day, and none beyond what is asked for", () => {
  const lots = [
    lot("A", "2026-11-27", 0),
    lot("B", "2026-11-27", 0),
    lot("C", "2026-11-29", 2),
    lot("D", "2026-11-30", 3),
  ];
  const days = byDay(lots, 3);
  expect(days.map((day) => day.lots.map((each) => each.lot))).toEqual([["A", "B"], ["C"]]);
  expect(days.map((day) => farText(day.daysLeft))).toEqual([
    "Last day today",
    "Last day in 2 days",
  ]);
});

test("a day is that day wherever the browser is", () => {
  expect(dayText("2026-11-27")).toBe("Friday, November 27");
  expect(dayFrom(Date.parse("2026-11-27T23:59:00Z"), 4)).toBe("2026-12-01");
});

test("what is over says that it goes by itself", () => {
  expect(farText(-1)).toContain("by itself");
  expect(farText(1)).toBe("Last day tomorrow");
});
