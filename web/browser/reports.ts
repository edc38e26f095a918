import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Holdfast } from "./holdfast";
import { unique } from "./operations";
import { makeShippable, RENO } from "./orders";
import { expect } from "./test";

interface Report {
  columns: { name: string }[];
  rows: (string | number | null)[][];
  totals: (string | number | null)[];
}

/** As the API tells it, whatever the pages show. */
export async function reportOf(holdfast: Holdfast, asked: string): Promise<Report> {
  return holdfast.ask<Report>("GET", `/v1/reports/${asked}`);
}

export function totalOf({ columns, totals }: Report, name: string): number {
  return Number(totals[columns.findIndex((column) => column.name === name)]);
}

/** The hour in Reno at a moment, as reports write it. */
export function hourInReno(millis: number): { iso: string; day: string; hour: string } {
  const zone = { timeZone: "America/Los_Angeles" } as const;
  const written = new Intl.DateTimeFormat("sv-SE", {
    ...zone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(millis);
  const [iso = "", time = ""] = written.split(" ");
  const day = new Intl.DateTimeFormat("en", {
    ...zone,
    weekday: "short",
    day: "numeric",
    month: "short",
  }).format(millis);
  return { iso, day, hour: `${day}, ${time.slice(0, 2)}:00` };
}

/** An order that ships from Reno, as soon as reports have counted it; its number, and when it was placed. */
export async function placeCounted(
  holdfast: Holdfast,
): Promise<{ number: string; placed: number }> {
  const number = `REPORT-${unique()}`;
  const { sku } = await makeShippable(holdfast, "Reported kettle", 5);
  const before = totalOf(await reportOf(holdfast, `overview?location=${RENO}`), "orders");
  await holdfast.ask("POST", "/v1/orders", {
    number,
    lines: [{ sku, quantity: 2 }],
    shipTo: { name: "Ada Moreno", address: "1200 Pine Street", postcode: "98101", country: "US" },
  });
  const placed = Date.now();
  await expect
    .poll(async () => totalOf(await reportOf(holdfast, `overview?location=${RENO}`), "orders"), {
      message: "orders that reports have counted",
      timeout: 30_000,
    })
    .toBeGreaterThan(before);
  return { number, placed };
}

/** What ./holdfast lab would have left in the data folder. */
export function keepLabRun(holdfast: Holdfast): void {
  const folder = join(holdfast.folder, "lab");
  mkdirSync(folder, { recursive: true });
  const stage = (number: number, name: string, millis: number, worse: string[]) => ({
    number,
    name,
    note: `What ${name} does`,
    loadSeconds: 12.5,
    refreshSeconds: null,
    diskBytes: 1_200_000_000,
    memoryBytes: null,
    factor: number === 0 ? 1 : 100,
    worse,
    questions: ["overview", "payday"].map((report) => ({
      report,
      runs: 50,
      p50Ms: millis,
      p95Ms: millis * 2,
      dbP50Ms: millis * 0.9,
      appP50Ms: millis * 0.1,
      readBytes: null,
      rows: 28,
    })),
  });
  const run = {
    id: "20261121-120000-postgres",
    engine: "postgres",
    server: "PostgreSQL 18 (embedded)",
    startedAt: "2026-11-21T12:00:00Z",
    finishedAt: "2026-11-21T12:20:00Z",
    rows: 10_000_000,
    orders: 5_000_000,
    seed: 1,
    machine: "2 processors, 24 GB",
    stages: [stage(0, "raw", 2_400, []), stage(3, "roll-ups", 24, ["payday"])],
    notVerified: ["Everything ran on one machine."],
  };
  writeFileSync(join(folder, `${run.id}.json`), JSON.stringify(run));
}
