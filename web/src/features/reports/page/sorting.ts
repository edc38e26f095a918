import type { Column, Row, Value } from "../wire";

export interface Order {
  column: string;
  descending: boolean;
}

/** Of what stands in the address: "revenue", or "-revenue" where the largest comes first. */
export function orderIn(sort: string | undefined): Order | undefined {
  if (!sort) return undefined;
  return sort.startsWith("-")
    ? { column: sort.slice(1), descending: true }
    : { column: sort, descending: false };
}

/** What a press on a heading asks for: the largest first, then the smallest, then as it came. */
export function nextSort(order: Order | undefined, column: string): string | undefined {
  if (order?.column !== column) return `-${column}`;
  return order.descending ? column : undefined;
}

function compare(one: Value | undefined, other: Value | undefined): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), "en", { numeric: true });
}

/** Rows in an order; where nothing was counted comes last either way. */
export function sorted(rows: Row[], columns: readonly Column[], order: Order | undefined): Row[] {
  const at = columns.findIndex((column) => column.name === order?.column);
  if (!order || at < 0) return rows;
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const [first, second] = [one[at], other[at]];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * compare(first, second);
  });
}
