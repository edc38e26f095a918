import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answerOf, api } from "@/shared/api/client";
import { noteServerTime } from "./clock";

const AGAIN_MILLIS = 10_000;

/** What is available of several SKUs, at one location or at all: one small request now and then. */
export function useAvailabilityOf(skus: string[], location?: string) {
  return useQuery({
    queryKey: ["availability-of", location, ...skus],
    queryFn: async ({ signal }) => {
      const body = { skus, withinKm: null, ...(location ? { location } : {}) };
      const { items } = await answerOf(api.POST("/v1/availability/query", { body, signal }));
      const fresh = items.find((item) => !item.stale);
      if (fresh) noteServerTime(fresh.asOf);
      return new Map(items.map((item) => [item.sku, item]));
    },
    enabled: skus.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MILLIS,
  });
}
