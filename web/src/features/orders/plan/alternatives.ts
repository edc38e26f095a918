import type { Alternative, AlternativeKind } from "../types";

/** What a person would have thought of first, first: what could have been, then what could not. */
const RANK: Record<AlternativeKind, number> = {
  dearer: 0,
  stock: 1,
  classes: 2,
  limit: 3,
  refused: 4,
  closed: 5,
  excluded: 6,
};

export function ranked(alternatives: readonly Alternative[]): Alternative[] {
  return [...alternatives].sort(
    (a, b) =>
      RANK[a.kind] - RANK[b.kind] ||
      a.extraMinor - b.extraMinor ||
      a.locations.join().localeCompare(b.locations.join()),
  );
}
