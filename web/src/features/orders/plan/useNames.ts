import { useQueries } from "@tanstack/react-query";
import { skuNamed } from "@/shared/stock";
import type { OrderLine } from "../types";

/** What the SKUs of an order are called, and what they are counted in. */
export interface Names {
  nameOf(sku: string): string;
  unitOf(sku: string): string;
}

/** By the order's own words, and by the catalogue for what they leave out. */
export function useNames(lines: readonly Pick<OrderLine, "sku" | "name" | "unit">[]): Names {
  const codes = [...new Set(lines.filter(({ unit }) => !unit).map((line) => line.sku))];
  const told = useQueries({ queries: codes.map((code) => skuNamed(code)) });
  const own = new Map(lines.map((line) => [line.sku, line]));
  const known = new Map(told.flatMap(({ data }) => (data ? [[data.code, data] as const] : [])));
  return {
    nameOf: (sku) => own.get(sku)?.name ?? known.get(sku)?.name ?? sku,
    unitOf: (sku) => own.get(sku)?.unit || known.get(sku)?.unit || "each",
  };
}
