import { queryOptions, useQuery } from "@tanstack/react-query";
import { answerOf, api } from "@/shared/api/client";
import type { Location } from "./types";

const PAGE = 500;
/** A chain of more stores than this needs a search by the server. */
const MOST_PAGES = 20;
/** Stores rarely move. */
const FRESH_MILLIS = 30 * 60_000;

async function everyLocation(signal: AbortSignal): Promise<Location[]> {
  const all: Location[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = cursor ? { limit: PAGE, cursor } : { limit: PAGE };
    const answer = await answerOf(api.GET("/v1/locations", { params: { query }, signal }));
    all.push(...answer.items);
    cursor = answer.next;
    if (!cursor) break;
  }
  return all;
}

const locations = queryOptions({
  queryKey: ["locations"],
  queryFn: ({ signal }) => everyLocation(signal),
  staleTime: FRESH_MILLIS,
});

/** Every location of the client, in order of the codes. */
export function useLocations({ enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({ ...locations, enabled });
}

/** One of them, as far as known. */
export function useLocationNamed(code: string | undefined): Location | undefined {
  const { data } = useLocations({ enabled: code !== undefined });
  return data?.find((location) => location.code === code);
}
