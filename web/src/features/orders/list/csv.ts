import { csvOf } from "@/shared/files/csv";
import { type Asked, listOrders } from "../api";
import { plainMoney } from "../money";
import type { OrderSummary } from "../types";

const PAGE = 500;
/** A file of more rows than this is an export of the server's, not of a page. */
export const MOST_EXPORTED = 5_000;

const HEADING = [
  "number",
  "state",
  "customer",
  "created_at",
  "promised",
  "ship_by",
  "locations",
  "carrier",
  "service",
  "lines",
  "units",
  "total",
  "currency",
];

export function ordersCsv(orders: readonly OrderSummary[]): string {
  return csvOf(HEADING, orders.map(rowOf));
}

function rowOf(order: OrderSummary): (string | number)[] {
  return [
    order.number,
    order.state,
    order.customer ?? "",
    order.createdAt,
    order.promised ?? "",
    order.shipBy ?? "",
    order.locations.join(" "),
    order.carrier ?? "",
    order.service ?? "",
    order.lines,
    order.units,
    plainMoney(order.totalMinor, order.currency),
    order.currency,
  ];
}

/** Every order that is asked for, page by page; `more` where there are too many for one file. */
export async function everyOrder(asked: Asked): Promise<{ orders: OrderSummary[]; more: boolean }> {
  const orders: OrderSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await listOrders({ ...asked, limit: PAGE, ...(cursor ? { cursor } : {}) });
    orders.push(...page.items);
    cursor = page.next;
  } while (cursor && orders.length < MOST_EXPORTED);
  return { orders, more: cursor !== undefined };
}
