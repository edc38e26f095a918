import type { Availability, AvailableAt } from "./types";

/** Two tellings of one SKU made one: of each position the higher version, of the times the later. */
export function merged(known: Availability | undefined, told: Availability): Availability {
  if (!known) return told;
  const rows = new Map(known.locations.map((row) => [row.location, row]));
  for (const row of told.locations) {
    const old = rows.get(row.location);
    if (!old || old.version <= row.version) rows.set(row.location, row);
  }
  const newer = Date.parse(told.asOf) >= Date.parse(known.asOf) ? told : known;
  const { ageSeconds: _, ...rest } = newer;
  return {
    ...rest,
    locations: [...rows.values()],
    ...(newer.ageSeconds === undefined ? {} : { ageSeconds: newer.ageSeconds }),
  };
}

/** What one location has; a place where the SKU never was has none. */
export function availableAt(availability: Availability, location: string): AvailableAt {
  const row = availability.locations.find((each) => each.location === location);
  return row ?? { location, availableToPromise: 0, version: 0 };
}
