import {
  type UseMutationResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { answerOf, api } from "@/shared/api/client";
import { REFRESH_MILLIS, WEBHOOKS, type Webhook } from "./types";

interface Position {
  sku: string;
  location: string;
}

/** What to deliver again: one position of a webhook, or all that are parked there. */
interface Replay {
  id: number;
  position?: Position;
}

/** A replay under way or done, with how many positions it let go. */
export type Replaying = UseMutationResult<number, Error, Replay>;

/** The positions of one webhook that wait for a person. */
export function useParked(webhook: Webhook) {
  const params = { path: { id: webhook.id } };
  return useQuery({
    queryKey: [...WEBHOOKS, webhook.id, "parked"],
    queryFn: () => answerOf(api.GET("/v1/webhooks/{id}/parked", { params })),
    refetchInterval: REFRESH_MILLIS,
  });
}

/** The same of all webhooks, a page at a time. */
export function useAllParked() {
  return useInfiniteQuery({
    queryKey: [...WEBHOOKS, "parked"],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/v1/webhooks/parked", {
          params: { query: pageParam ? { cursor: pageParam } : {} },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: REFRESH_MILLIS,
  });
}

export function useReplaying(): Replaying {
  const queries = useQueryClient();
  return useMutation({
    async mutationFn({ id, position }: Replay) {
      const params = { path: { id } };
      const body = position ?? {};
      const { replayed } = await answerOf(api.POST("/v1/webhooks/{id}/replay", { params, body }));
      return replayed;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: WEBHOOKS }),
  });
}

/** Gives up what waits at a position. Throws what the server has against it. */
export function useSkip() {
  const queries = useQueryClient();
  return async (id: number, position: Position) => {
    const params = { path: { id } };
    await answerOf(api.POST("/v1/webhooks/{id}/skip", { params, body: position }));
    await queries.invalidateQueries({ queryKey: WEBHOOKS });
  };
}
