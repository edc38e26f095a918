import { describe, expect, it } from "vitest";
import { withMeans } from "../ask/means";
import { valueText } from "../values/values";
import type { Answer } from "../wire";
import { groupsOf } from "./groups";

function column<K extends Answer["columns"][number]["kind"]>(name: string, kind: K) {
  return { name, title: name, kind, why: "" };
}

const ANSWER = {
  currency: "USD",
  by: null,
  columns: [
    column("hour", "hour"),
    column("orders", "count"),
    column("orders_last", "count"),
    column("orders_ordinary", "ratio"),
    column("fill_rate", "rate"),
    column("fill_rate_last", "rate"),
    column("fill_rate_ordinary", "rate"),
  ],
  parts: ["totals", "ratios"].map((name) => ({
    name,
    title: name,
    columns: [column("day", "text"), column("orders", "ratio"), column("turns", "ratio")],
    rows: [],
  })),
} as unknown as Answer;

describe("the payday report", () => {
  it("tells whole numbers as such, and means with one decimal", () => {
    const { columns, parts } = withMeans(ANSWER);
    const texts = [33, 4.5, 4.33].map((value) =>
      valueText(value, columns[3]?.kind ?? "text", { currency: "USD", by: null }),
    );
    expect(texts).toEqual(["33", "4.5", "4.3"]);
    expect(columns[6]?.kind).toBe("rate");
    expect(parts[0]?.columns.map(({ kind }) => kind)).toEqual(["text", "mean", "ratio"]);
    // How many times another day it is, is no mean.
    expect(parts[1]?.columns[1]?.kind).toBe("ratio");
  });

  it("has what is compared under one heading", () => {
    const groups = groupsOf(withMeans(ANSWER).columns);
    expect(groups.map(({ metric }) => metric.name)).toEqual(["hour", "orders", "fill_rate"]);
    expect(groups[1]?.members.map(({ title }) => title)).toEqual(["this", "before", "ordinary"]);
  });
});
