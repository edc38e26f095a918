import { queryOptions, useQuery } from "@tanstack/react-query";
import { answerOf, api } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
import { keep, kept } from "@/shared/session/kept";
import type { Location } from "./types";

const PAGE = 500;
/** A chain of more stores than this needs a search by the server. */
const MOST_PAGES = 20;
/** Stores rarely move. */
const FRESH_MILLIS = 30 * 60_000;

const KEPT_AS = "locations";
/** At about 300 bytes each they leave room in the browser's 5 MB for stock and commands. */
const MOST_KEPT = 2_000;

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

/** As the server tells, or as this device last knew while it is away. */
async function knownLocations(signal: AbortSignal): Promise<Location[]> {
  try {
    const told = await everyLocation(signal);
    if (told.length <= MOST_KEPT) keep(KEPT_AS, told);
    return told;
  } catch (failed) {
    const last = ApiError.isAway(failed) ? kept<Location[]>(KEPT_AS) : undefined;
    if (!last) throw failed;
    return last;
  }
}

const locations = queryOptions({
  queryKey: ["locations"],
  queryFn: ({ signal }) => knownLocations(signal),
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
