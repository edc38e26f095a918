import { describe, expect, it } from "vitest";
import { isEmpty } from "../charts/model";
import { changeOf } from "./change";
import { durationText, headlineText, lengthText, rateText, shortText, valueText } from "./values";

const USD = { currency: "USD", by: "day" };

describe("values of a report", () => {
  it("have money in the minor digits of its currency", () => {
    expect(valueText(124_050, "money", USD)).toBe("$1,240.50");
    expect(valueText(1_240, "money", { currency: "JPY", by: "day" })).toBe("¥1,240");
    expect(valueText(12_405, "money", { currency: "KWD", by: "day" })).toMatch(/12\.405/);
    expect(headlineText(124_050, "money", USD)).toBe("$1,241");
    expect(shortText(123_456_789, "money", USD)).toBe("$1.2M");
    expect(shortText(845, "money", USD)).toBe("$8.45");
    expect(shortText(84_500, "money", USD)).toBe("$845");
    expect(shortText(-250_000, "money", USD)).toBe("-$2.5K");
    expect(shortText(0, "money", USD)).toBe("$0");
  });

  it("are told shorter as a headline than there is room for", () => {
    expect(headlineText(119_938_151, "money", USD)).toBe("$1,199,382");
    expect(headlineText(1_199_381_510, "money", USD)).toBe("$12M");
    expect(headlineText(1_234_567_890, "count", USD)).toBe("1.2B");
    expect(headlineText(61_680, "duration", USD)).toBe("17 h 8 min");
  });

  it("have one unit of time on an axis", () => {
    expect(shortText(45, "duration", USD)).toBe("45 s");
    expect(shortText(1_800, "duration", USD)).toBe("30 min");
    expect(shortText(5_400, "duration", USD)).toBe("1.5 h");
    expect(shortText(12_000, "duration", USD)).toBe("3.3 h");
    expect(shortText(172_800, "duration", USD)).toBe("2 d");
  });

  it("never round a rate to all or to nothing", () => {
    expect(rateText(0.9725)).toBe("97.3%");
    expect(rateText(0.9999)).toBe("99.99%");
    expect(rateText(1)).toBe("100.0%");
    expect(rateText(0.0002)).toBe("0.02%");
    expect(rateText(0)).toBe("0.0%");
  });

  it("have lengths of time and of ways in units that people use", () => {
    expect(durationText(45)).toBe("45 s");
    expect(durationText(720)).toBe("12 min");
    expect(durationText(12_000)).toBe("3 h 20 min");
    expect(durationText(7_200)).toBe("2 h");
    // Just below two hours must not become "1 h 60 min".
    expect(durationText(7_199)).toBe("2 h");
    expect(durationText(187_200)).toBe("2 d 4 h");
    expect(lengthText(850)).toBe("850 mm");
    expect(lengthText(12_440)).toBe("12.4 m");
    expect(lengthText(3_100_000)).toBe("3.1 km");
  });

  it("have goods by weight to the gram where that is seen", () => {
    expect(valueText(12.375, "units", USD)).toBe("12.375");
    expect(valueText(12_375.25, "units", USD)).toBe("12,375.3");
  });

  it("name stretches of time by how long they are", () => {
    expect(valueText("2026-11-20", "time", USD)).toBe("Fri, Nov 20");
    expect(valueText("2026-11-20T14:00", "time", { ...USD, by: "hour" })).toBe(
      "Fri, Nov 20, 14:00",
    );
    expect(valueText("2026-11-16", "time", { ...USD, by: "week" })).toBe("Week of Nov 16");
    expect(valueText("2026-11-01", "time", { ...USD, by: "month" })).toBe("November 2026");
    expect(valueText(5, "weekday", USD)).toBe("Friday");
    expect(valueText(9, "hour", USD)).toBe("09:00");
  });

  it("show a dash where nothing was counted, and never a zero", () => {
    expect(valueText(null, "rate", USD)).toBe("–");
    expect(valueText(0, "count", USD)).toBe("0");
  });
});

describe("a report of nothing", () => {
  it("is empty though it has a row for each day", () => {
    const columns = [
      { name: "time", title: "Time", kind: "time", why: "" },
      { name: "orders", title: "Orders", kind: "count", why: "" },
    ] as const;
    const table = (orders: number | null) => ({
      columns: [...columns],
      rows: [
        ["2026-11-20", orders],
        ["2026-11-21", null],
      ],
    });
    expect(isEmpty(table(0))).toBe(true);
    expect(isEmpty(table(1))).toBe(false);
  });
});

describe("a figure against the one before", () => {
  it("is better or worse by what it measures", () => {
    expect(changeOf("orders", "count", 120, 100)).toEqual({
      text: "+20%",
      direction: "up",
      verdict: "better",
    });
    expect(changeOf("refusals", "count", 120, 100)?.verdict).toBe("worse");
    expect(changeOf("cartons_per_order", "ratio", 1.2, 1)?.verdict).toBe("neither");
  });

  it("of a rate is in points, and unknown where nothing was before", () => {
    expect(changeOf("fill_rate", "rate", 0.95, 0.97)?.text).toBe("−2 points");
    expect(changeOf("orders", "count", 5, 0)).toBeUndefined();
    expect(changeOf("orders", "count", 5, null)).toBeUndefined();
  });
});
