import { useMemo } from "react";
import { useKept } from "./kept";

/** A product to tell about when its store has it again. */
export interface Watched {
  sku: string;
  name: string;
  unit: string;
  location: string;
  /** Whether its return was told already; sold out again makes this false. */
  told: boolean;
}

const NOTHING: Watched[] = [];
export const MOST_WATCHED = 30;

function same(a: Watched, sku: string, location: string): boolean {
  return a.sku === sku && a.location === location;
}

export function useWatched() {
  const [watched, change] = useKept("watched", NOTHING);
  const actions = useMemo(
    () => ({
      watch: (item: Omit<Watched, "told">) =>
        change((old) =>
          [
            { ...item, told: false },
            ...old.filter((each) => !same(each, item.sku, item.location)),
          ].slice(0, MOST_WATCHED),
        ),
      setTold: (sku: string, location: string, told: boolean) =>
        change((old) => old.map((each) => (same(each, sku, location) ? { ...each, told } : each))),
      unwatch: (sku: string, location: string) =>
        change((old) => old.filter((each) => !same(each, sku, location))),
    }),
    [change],
  );
  return {
    watched,
    isWatched: (sku: string, location: string) => watched.some((each) => same(each, sku, location)),
    ...actions,
  };
}
