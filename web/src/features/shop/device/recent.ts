import { useCallback } from "react";
import { useKept } from "./kept";

/** A product that was looked at. */
export interface Recent {
  sku: string;
  name: string;
  category: string;
  unit: string;
}

const NOTHING: Recent[] = [];
const MOST = 8;

export function useRecent(): [Recent[], (seen: Recent) => void] {
  const [recent, change] = useKept("recent", NOTHING);
  const note = useCallback(
    (seen: Recent) =>
      change((old) =>
        old[0]?.sku === seen.sku
          ? old
          : [seen, ...old.filter((each) => each.sku !== seen.sku)].slice(0, MOST),
      ),
    [change],
  );
  return [recent, note];
}
