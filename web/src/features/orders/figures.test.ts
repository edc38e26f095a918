import { describe, expect, it } from "vitest";
import { partsOf } from "./cost";
import { dayText, endOf, fromNow, wallTime } from "./days";
import { extraText, moneyText, plainMoney } from "./money";
import { ranked } from "./plan/alternatives";
import { sentence, together } from "./words";

describe("money", () => {
  it("has the decimals of its currency", () => {
    expect(moneyText(1_240, "USD")).toBe("$12.40");
    expect(moneyText(1_240, "JPY")).toBe("¥1,240");
    expect(extraText(-120, "USD")).toBe("\u2212$1.20");
  });

  it("is written out exactly for spreadsheets", () => {
    expect(plainMoney(5, "USD")).toBe("0.05");
    expect(plainMoney(-1_999_999_999_999_99, "USD")).toBe("-1999999999999.99");
    expect(plainMoney(1_240, "JPY")).toBe("1240");
  });

  it("is told in its parts, without what is nothing", () => {
    const cost = { totalMinor: 945, postageMinor: 850, cartonsMinor: 65, adjustmentMinor: -70 };
    const parts = partsOf({ ...cost, opportunityMinor: 0, splitMinor: 100 });
    expect(parts.map(({ minor }) => minor)).toEqual([850, 65, -70, 100]);
    expect(parts.reduce((sum, { minor }) => sum + minor, 0)).toBe(cost.totalMinor);
  });
});

describe("days and times", () => {
  it("a day is the same one wherever it is read", () => {
    expect(dayText("2026-11-27")).toBe("Fri, Nov 27");
  });

  it("a pick-up is told by the clock of its location", () => {
    const at = "2026-11-27T22:00:00Z";
    expect(wallTime(at, "America/Los_Angeles")).toBe("Fri, Nov 27, 14:00 PST");
    expect(wallTime(at, "America/New_York")).toBe("Fri, Nov 27, 17:00 EST");
  });

  it("what is left is told, and what is over", () => {
    const now = Date.parse("2026-11-27T12:00:00Z");
    expect(fromNow("2026-11-27T15:00:00Z", now)).toBe("in 3 h");
    expect(fromNow("2026-11-27T10:00:00Z", now)).toBe("2 h ago");
  });

  it("a day ends where the next begins, also over the end of a month", () => {
    expect(new Date(endOf("2026-11-30")).getDate()).toBe(1);
    expect(new Date(endOf("2026-11-30")).getHours()).toBe(0);
  });
});

describe("what was not chosen", () => {
  it("begins with what was nearly chosen", () => {
    const way = (kind: "dearer" | "closed" | "stock", extraMinor: number, at: string) => ({
      locations: [at],
      kind,
      reason: "",
      extraMinor,
    });
    const given = [way("closed", 0, "A"), way("dearer", 90, "B"), way("dearer", 10, "C")];
    expect(ranked([...given, way("stock", 0, "D")]).map((one) => one.locations[0])).toEqual([
      "C",
      "B",
      "D",
      "A",
    ]);
  });
});

describe("words", () => {
  it("make sentences of reasons", () => {
    expect(sentence("3 of 4 in stock")).toBe("3 of 4 in stock.");
    expect(sentence("no zone for 00000.")).toBe("No zone for 00000.");
    expect(together(["A", "B", "C"])).toBe("A, B and C");
  });
});
