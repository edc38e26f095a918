import { useMemo } from "react";
import { rounded } from "@/shared/stock";
import { useKept } from "./kept";

export interface BasketLine {
  sku: string;
  name: string;
  unit: string;
  scale: number;
  /** Where it is to be picked up. */
  location: string;
  quantity: number;
}

type Place = Pick<BasketLine, "sku" | "location">;

/** What a shopper may reserve in one go. */
export const MOST_LINES = 20;
export const MOST_OF_ONE = 99;

const NOTHING: BasketLine[] = [];

export function samePlace(a: Place, b: Place): boolean {
  return a.sku === b.sku && a.location === b.location;
}

/** With more of a product where the basket has it already, and a line of its own where not. */
export function added(lines: BasketLine[], line: BasketLine): BasketLine[] {
  const old = lines.find((each) => samePlace(each, line));
  if (!old) return [...lines, line];
  const quantity = Math.min(MOST_OF_ONE, rounded(old.quantity + line.quantity, line.scale));
  return lines.map((each) => (each === old ? { ...line, quantity } : each));
}

/** In order of the stores' first lines. */
export function byStore(lines: BasketLine[]): [location: string, lines: BasketLine[]][] {
  const stores = new Map<string, BasketLine[]>();
  for (const line of lines) stores.set(line.location, [...(stores.get(line.location) ?? []), line]);
  return [...stores];
}

export function useBasket() {
  const [lines, change] = useKept("basket", NOTHING);
  const actions = useMemo(
    () => ({
      add: (line: BasketLine) => change((old) => added(old, line)),
      setQuantity: (line: Place, quantity: number) =>
        change((old) => old.map((each) => (samePlace(each, line) ? { ...each, quantity } : each))),
      remove: (gone: Place[]) =>
        change((old) => old.filter((each) => !gone.some((line) => samePlace(each, line)))),
      /** To be picked up elsewhere instead. */
      move: (line: BasketLine, location: string, quantity: number) =>
        change((old) =>
          added(
            old.filter((each) => !samePlace(each, line)),
            { ...line, location, quantity },
          ),
        ),
    }),
    [change],
  );
  return { lines, ...actions };
}
