const ZONED = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = ZONED.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  ZONED.set(zone, made);
  return made;
}

/** How far a zone's clocks are ahead of UTC at a moment. */
function aheadMillis(zone: string, millis: number): number {
  const wall = clockOf(zone).format(millis).replace(" ", "T");
  return Date.parse(`${wall}Z`) - Math.floor(millis / 1_000) * 1_000;
}

/**
 * The first moment at which a zone's clocks show a wall time such as 2026-11-20T14:00, or have gone
 * past it where they skip it.
 */
export function momentOf(wall: string, zone: string): number {
  const asUtc = Date.parse(`${wall.length === 10 ? `${wall}T00:00` : wall}Z`);
  // By the offsets of the day before and the day after: the larger one is the earlier moment.
  const day = 86_400_000;
  const offsets = [aheadMillis(zone, asUtc - day), aheadMillis(zone, asUtc + day)];
  const moments = offsets.map((ahead) => asUtc - ahead).sort((one, other) => one - other);
  const shows = moments.find((moment) => moment + aheadMillis(zone, moment) === asUtc);
  return shows ?? moments[1] ?? asUtc;
}

/** From the first place's clock to the last's: nothing that a report counted lies outside. */
export function windowOf(
  { start, end }: { start: string; end: string },
  zones: readonly string[],
): { from: string; before: string } {
  const from = Math.min(...zones.map((zone) => momentOf(start, zone)));
  const before = Math.max(...zones.map((zone) => momentOf(end, zone)));
  return { from: new Date(from).toISOString(), before: new Date(before).toISOString() };
}
