import type { Schema } from "@/shared/api/client";

export type ExpiringLot = Schema["Lot"];

/** What has one last day, and how far that is. */
export interface Day {
  expires: string;
  daysLeft: number;
  lots: ExpiringLot[];
}

const DAY = new Intl.DateTimeFormat("en", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});

/** Lots by their last day, as they come: the first to expire first. */
export function byDay(lots: readonly ExpiringLot[], within: number): Day[] {
  const days: Day[] = [];
  for (const lot of lots) {
    if (lot.daysLeft >= within) continue;
    const last = days.at(-1);
    if (last?.expires === lot.expires) last.lots.push(lot);
    else days.push({ expires: lot.expires, daysLeft: lot.daysLeft, lots: [lot] });
  }
  return days;
}

/** "Friday, November 27". */
export function dayText(expires: string): string {
  return DAY.format(new Date(`${expires}T00:00:00Z`));
}

/** How far the last day is, in the words of whoever stands before the shelf. */
export function farText(daysLeft: number): string {
  if (daysLeft < 0) return "Over: it leaves the stock by itself in a moment";
  if (daysLeft === 0) return "Last day today";
  return daysLeft === 1 ? "Last day tomorrow" : `Last day in ${daysLeft} days`;
}

/** The day that is so many days from a moment, such as 2026-11-27. */
export function dayFrom(millis: number, days: number): string {
  return new Date(millis + days * 86_400_000).toISOString().slice(0, 10);
}
