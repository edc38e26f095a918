import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type Asked, getOrder, listOrders } from "./api";

export const ORDERS = ["orders"];
const REFRESH_MILLIS = { list: 15_000, order: 10_000 };
const PAGE = 50;

/** The orders that are asked for, the newest first, kept on screen while others are fetched. */
export function useOrderList(asked: Asked) {
  return useInfiniteQuery({
    queryKey: [...ORDERS, "list", asked],
    queryFn: ({ pageParam, signal }) =>
      listOrders({ ...asked, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MILLIS.list,
  });
}

export function orderKey(id: string) {
  return [...ORDERS, "one", id];
}

export function useOrder(id: string) {
  return useQuery({
    queryKey: orderKey(id),
    queryFn: ({ signal }) => getOrder(id, signal),
    refetchInterval: REFRESH_MILLIS.order,
  });
}
