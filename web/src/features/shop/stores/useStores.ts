import { useCallback, useMemo } from "react";
import { distanceKm, type Location, type Point, useLocations } from "@/shared/stock";
import { useKept } from "../device/kept";
import { usePosition } from "../device/position";
import { sharedBeginning } from "./places";

export interface NearStore extends Location {
  distanceKm?: number;
}

interface Chosen {
  code: string;
  name: string;
}

const NONE: Chosen | null = null;

/** The stores where one can pick up, nearest first where we know from where. */
export function useStores() {
  const answer = useLocations();
  const { point } = usePosition();
  const [chosen, change] = useKept<Chosen | null>("store", NONE);
  const locations = answer.data;
  const known = useMemo(() => {
    const beginning = sharedBeginning((locations ?? []).map((each) => each.name)).length;
    return new Map(
      (locations ?? []).map((each) => [each.code, { ...each, name: each.name.slice(beginning) }]),
    );
  }, [locations]);
  const mine = chosen ? known.get(chosen.code) : undefined;
  const origin: Point | undefined = point ?? mine;
  const stores = useMemo(() => {
    const all: NearStore[] = [...known.values()].filter((each) => each.kind === "store");
    if (!origin) return all.sort((a, b) => a.name.localeCompare(b.name));
    return all
      .map((each) => ({ ...each, distanceKm: distanceKm(origin, each) }))
      .sort((a, b) => a.distanceKm - b.distanceKm);
  }, [known, origin]);
  const choose = useCallback(
    (store: Location) => change(() => ({ code: store.code, name: store.name })),
    [change],
  );
  return {
    answer,
    stores,
    choose,
    /** Its name is there before the list of all stores is. */
    my: chosen && (mine || !locations) ? chosen : undefined,
    from: point ? "you" : mine?.name,
    nameOf: useCallback(
      (code: string) => known.get(code)?.name ?? (chosen?.code === code ? chosen.name : code),
      [known, chosen],
    ),
  };
}
