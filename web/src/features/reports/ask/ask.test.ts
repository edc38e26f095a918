import { describe, expect, it } from "vitest";
import type { Column } from "../wire";
import { isDay, paydaysUntil } from "./days";
import { finer, type Ground, waitingOrders } from "./drill";
import { addressOf, filtersIn, NOTHING_CHOSEN, only, rangeOf } from "./filters";
import { QUICK, rangeBefore } from "./ranges";
import { momentOf, windowOf } from "./zones";

const LA = "America/Los_Angeles";

function column(name: string, kind: Column["kind"]): Column {
  return { name, title: name, kind, why: "" };
}

const GROUND: Ground = {
  report: "overview",
  columns: [column("time", "time"), column("orders", "count")],
  by: "day",
  range: { from: "2026-11-02", to: "2026-11-21" },
  filters: { ...NOTHING_CHOSEN, locations: ["SEA-01"] },
  zones: [LA],
  grains: ["hour", "day", "week", "month"],
};

describe("filters of a report", () => {
  it("stand in the address and come back from it", () => {
    const address =
      "from=2026-11-01&to=2026-11-20&by=week&carrier=bluegull&service=ground&location=SEA-01&location=FC-RNO&category=pantry";
    const filters = filtersIn(new URLSearchParams(address));
    expect(addressOf(filters).toString()).toBe(address);
    expect(filters.locations).toEqual(["SEA-01", "FC-RNO"]);
  });

  it("that make no sense are left out", () => {
    const filters = filtersIn(new URLSearchParams("from=2026-02-30&to=soon&by=minute&location="));
    expect(filters).toEqual(NOTHING_CHOSEN);
    expect(isDay("2028-02-29")).toBe(true);
  });

  it("that a report does not have are not sent", () => {
    const address = "by=hour&payday=2026-11-20&location=SEA-01&carrier=x&category=pantry";
    const filters = filtersIn(new URLSearchParams(address));
    const asked = { filters: ["category"], grains: ["day"], ofPayday: false } as const;
    expect(addressOf(only(filters, asked)).toString()).toBe("category=pantry");
  });

  it("mean four whole weeks where nothing is said", () => {
    expect(rangeOf(NOTHING_CHOSEN, "2026-11-21")).toEqual({ from: "2026-10-25", to: "2026-11-21" });
    const half = { ...NOTHING_CHOSEN, from: "2026-11-10" };
    expect(rangeOf(half, "2026-11-21")).toEqual({ from: "2026-11-10", to: "2026-11-21" });
  });
});

describe("ranges", () => {
  it("are compared with as many days before", () => {
    const before = rangeBefore({ from: "2026-11-01", to: "2026-11-07" });
    expect(before).toEqual({ from: "2026-10-25", to: "2026-10-31" });
  });

  it("know the first and the third Friday", () => {
    expect(paydaysUntil("2026-11-21", 3)).toEqual(["2026-11-20", "2026-11-06", "2026-10-16"]);
    const payday = QUICK.find(({ label }) => label === "Last payday");
    expect(payday?.range("2026-11-19")).toEqual({ from: "2026-11-06", to: "2026-11-06" });
  });
});

describe("a wall time of a location", () => {
  it("is the moment that its clocks show", () => {
    expect(new Date(momentOf("2026-11-20T14:00", LA)).toISOString()).toBe(
      "2026-11-20T22:00:00.000Z",
    );
    expect(new Date(momentOf("2026-07-01", LA)).toISOString()).toBe("2026-07-01T07:00:00.000Z");
  });

  it("spans both hours when clocks go back, and none when they go forward", () => {
    const twice = windowOf({ start: "2026-11-01T01:00", end: "2026-11-01T02:00" }, [LA]);
    expect(Date.parse(twice.before) - Date.parse(twice.from)).toBe(7_200_000);
    const never = windowOf({ start: "2026-03-08T02:00", end: "2026-03-08T03:00" }, [LA]);
    expect(never.before).toBe(never.from);
  });

  it("of several zones leaves nothing out", () => {
    const both = windowOf({ start: "2026-11-20T14:00", end: "2026-11-20T15:00" }, [
      LA,
      "America/New_York",
    ]);
    expect(both).toEqual({ from: "2026-11-20T19:00:00.000Z", before: "2026-11-20T23:00:00.000Z" });
  });
});

describe("a row leads", () => {
  it("from a day to its hours, and from an hour to its orders", () => {
    expect(finer(GROUND, ["2026-11-20", 7])).toBe(
      "/reports/overview?from=2026-11-20&to=2026-11-20&by=hour&location=SEA-01",
    );
    expect(finer({ ...GROUND, by: "hour" }, ["2026-11-20T23:00", 7])).toBe(
      "/orders?placed_from=2026-11-21T07%3A00%3A00.000Z&placed_to=2026-11-21T08%3A00%3A00.000Z&location=SEA-01",
    );
  });

  it("nowhere where its report goes no further", () => {
    const stock: Ground = { ...GROUND, report: "stock", grains: ["day", "week", "month"] };
    expect(finer(stock, ["2026-11-20", 7])).toBeUndefined();
    expect(finer({ ...stock, by: "week" }, ["2026-11-16", 7])).toContain("by=day");
  });

  it("from a month to those of its days that are in the range", () => {
    expect(finer({ ...GROUND, by: "month" }, ["2026-11-01", 7])).toContain(
      "from=2026-11-02&to=2026-11-21&by=day",
    );
    const leap = { ...GROUND, by: "month", range: { from: "2028-01-01", to: "2028-12-31" } };
    expect(finer(leap, ["2028-02-01", 7])).toContain("from=2028-02-01&to=2028-02-29");
  });

  it("from a weekday to the last such day, and nowhere where the range has none", () => {
    const hours = {
      ...GROUND,
      report: "hours",
      columns: [column("weekday", "weekday"), column("hour", "hour")],
    };
    expect(finer(hours, [5, 14])).toContain("from=2026-11-20&to=2026-11-20&by=hour");
    const oneDay = { ...hours, range: { from: "2026-11-21", to: "2026-11-21" } };
    expect(finer(oneDay, [5, 14])).toBeUndefined();
  });

  it("from a carrier's service to its orders, and from a backlog to what waits", () => {
    const carriers = {
      ...GROUND,
      report: "carriers",
      columns: [column("carrier", "text"), column("service", "text")],
      filters: NOTHING_CHOSEN,
    };
    expect(finer(carriers, ["bluegull", "ground"])).toMatch(/carrier=bluegull&service=ground$/);
    expect(waitingOrders(GROUND.filters)).toBe("/orders?backlog=true&location=SEA-01");
  });
});
