import type { Schema } from "@/shared/api/client";
import { quantityText } from "@/shared/stock";

export type Entry = Schema["Entry"];

/** One movement as a sentence without its full stop; `nameOf` names locations. */
export function told(entry: Entry, unit: string, nameOf: (code: string) => string): string {
  const change = quantityText(Math.abs(entry.onHandChange), unit);
  const other = entry.otherLocation;
  const claim = quantityText(Math.abs(entry.reservedChange), unit);
  switch (entry.kind) {
    case "received":
      return `Received ${change}`;
    case "sold":
      return `Sold ${change}`;
    case "returned":
      return `Took back ${change}`;
    case "reserved":
      return `Reserved ${claim}`;
    case "released":
      return `Gave back a reservation of ${claim}`;
    case "expired":
      return `A reservation of ${claim} ran out`;
    case "confirmed":
      return `Handed over ${change} that were reserved`;
    case "counted":
      return counted(entry, change, unit);
    case "adjusted":
      return `Corrected by ${entry.onHandChange < 0 ? "−" : "+"}${change}`;
    case "transferred-out":
      return `Sent ${change} to ${other ? nameOf(other) : "another location"}`;
    case "transferred-in":
      return `${change} arrived from ${other ? nameOf(other) : "a transfer"}`;
    case "written-off":
      return `Wrote off ${change}`;
    case "safety-stock-set":
      return `Set what is kept back to ${quantityText(entry.safetyStock, unit)}`;
  }
}

function counted(entry: Entry, change: string, unit: string): string {
  const found = `Counted ${quantityText(entry.onHand, unit)}`;
  if (entry.onHandChange === 0) return `${found}, as expected`;
  return `${found}, ${change} ${entry.onHandChange < 0 ? "fewer" : "more"} than expected`;
}

/** Who did it: keys have names, and what happens by itself has none. */
export function doneBy(entry: Entry): string {
  return entry.actor === "system" ? "the system" : entry.actor;
}

/** What was there afterwards. */
export function balanceText(entry: Entry, unit: string): string {
  const parts = [`${quantityText(entry.onHand, unit)} on hand`];
  if (entry.reserved > 0) parts.push(`${quantityText(entry.reserved, unit)} reserved`);
  if (entry.shortfall > 0) parts.push(`${quantityText(entry.shortfall, unit)} short`);
  return parts.join(", ");
}

export interface Day {
  day: string;
  entries: Entry[];
}

/** Entries in their order, put together by day where the store is. */
export function byDay(entries: readonly Entry[], timeZone: string): Day[] {
  const format = new Intl.DateTimeFormat("en", { dateStyle: "full", timeZone });
  const days: Day[] = [];
  for (const entry of entries) {
    const day = format.format(new Date(entry.at));
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
