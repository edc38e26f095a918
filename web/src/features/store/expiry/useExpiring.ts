import { useQuery } from "@tanstack/react-query";
import { answerOf, api } from "@/shared/api/client";
import { everyPage, PAGE } from "@/shared/api/pages";
import { useStore } from "../place/StoreProvider";
import { dayFrom } from "./days";

const LOOK_AGAIN_MILLIS = 60_000;

/** The furthest that a person looks ahead, and a day for stores that are ahead of UTC. */
export const FURTHEST_DAYS = 30;
const ASKED_DAYS = FURTHEST_DAYS + 2;

/** What at this store expires within a month, the first to expire first. */
export function useExpiring() {
  const { store } = useStore();
  return useQuery({
    queryKey: ["lots", store.code],
    refetchInterval: LOOK_AGAIN_MILLIS,
    queryFn: ({ signal }) =>
      everyPage((cursor) => {
        const expires_before = dayFrom(Date.now(), ASKED_DAYS);
        const here = { location: store.code, expires_before, limit: PAGE };
        const query = { ...here, ...(cursor ? { cursor } : {}) };
        return answerOf(api.GET("/v1/lots", { params: { query }, signal }));
      }),
  });
}
