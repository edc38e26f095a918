import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import { answerOf, api } from "@/shared/api/client";
import { noteServerTime } from "./clock";
import { distanceKm } from "./distance";
import { hubOf, type LiveState } from "./hub";
import { availableAt, merged } from "./merge";
import type { Availability, AvailableAt, Point } from "./types";
import { useLocations } from "./useLocations";

/** Everywhere, so that one answer and one stream serve the whole page. */
function availabilityOf(sku: string, queries: QueryClient) {
  const queryKey = ["availability", sku];
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }) => {
      const told = await answerOf(
        api.GET("/v1/availability/{sku}", { params: { path: { sku } }, signal }),
      );
      if (!told.stale) noteServerTime(told.asOf);
      // The stream may have been quicker.
      return merged(queries.getQueryData<Availability>(queryKey), told);
    },
  });
}

interface Where {
  /** The nearest come first, each with its distance. */
  near?: Point | undefined;
  /** Only this one. */
  location?: string | undefined;
  /** False: nothing is asked yet. */
  enabled?: boolean;
}

/** What is available of a SKU, as last told; `useLiveAvailability` keeps it current. */
export function useAvailability(sku: string, { near, location, enabled = true }: Where = {}) {
  const queries = useQueryClient();
  const places = useLocations({ enabled: near !== undefined });
  const answer = useQuery({ ...availabilityOf(sku, queries), enabled });
  const told = answer.data;
  const availability = useMemo<Availability | undefined>(() => {
    if (!told) return undefined;
    let locations = location ? [availableAt(told, location)] : told.locations;
    if (near && places.data) {
      const points = new Map(places.data.map((place) => [place.code, place]));
      locations = locations.map((row): AvailableAt => {
        const point = points.get(row.location);
        return point ? { ...row, distanceKm: distanceKm(near, point) } : row;
      });
      const far = Number.POSITIVE_INFINITY;
      locations.sort((a, b) => (a.distanceKm ?? far) - (b.distanceKm ?? far));
    }
    return { ...told, locations };
  }, [told, near, location, places.data]);
  return { ...answer, data: availability };
}

/** Keeps what the page shows of these SKUs current, and says how well that goes. */
export function useLiveAvailability(
  skus: readonly string[],
  { background = false }: { background?: boolean } = {},
): LiveState {
  const hub = hubOf(useQueryClient());
  const named = [...new Set(skus)].sort().join("\n");
  useEffect(() => {
    if (named === "") return undefined;
    return hub.watch(named.split("\n"), background);
  }, [hub, named, background]);
  return useSyncExternalStore(hub.listen, hub.state);
}
