/** "1 order", "3 orders". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** 12,345 mm are 12 m. */
export function metres(mm: number): string {
  return `${Math.round(mm / 1_000)} m`;
}

/** 1,840 g are 1.84 kg; below a kilogram grams are clearer. */
export function weight(grams: number): string {
  return grams < 1_000 ? `${grams} g` : `${Number((grams / 1_000).toFixed(2))} kg`;
}

const DAY = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** A date on the wire, "2026-11-27", as people read it. */
export function day(date: string): string {
  return DAY.format(Date.parse(date));
}

/** What is written on a tote; the API counts from 0, people from 1. */
export function toteName(tote: number): string {
  return `Tote ${tote + 1}`;
}
