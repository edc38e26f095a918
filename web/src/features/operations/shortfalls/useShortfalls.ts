import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { answerOf, api, idempotencyKey, type Schema } from "@/shared/api/client";

export type Shortfall = Schema["Shortfall"];

const SHORTFALLS = ["shortfalls"];
const REFRESH_MILLIS = 15_000;
/** The most reservations of a position that are shown; more than anybody goes through. */
const MOST_RESERVATIONS = 500;

export function useShortfalls() {
  return useInfiniteQuery({
    queryKey: SHORTFALLS,
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET("/v1/shortfalls", {
          params: { query: pageParam ? { cursor: pageParam } : {} },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    refetchInterval: REFRESH_MILLIS,
  });
}

export interface Claim {
  id: string;
  quantity: number;
  createdAt: string;
  expiresAt: string | undefined;
}

function claimsOn(position: Shortfall, reservations: Schema["Reservation"][]): Claim[] {
  return reservations.flatMap(({ id, createdAt, expiresAt, lines }) =>
    lines
      .filter((line) => line.sku === position.sku && line.location === position.location)
      .map(({ quantity }) => ({ id, quantity, createdAt, expiresAt })),
  );
}

/** Who waits for what is short: active reservations, the newest first. */
export function useClaims(position: Shortfall) {
  const queries = useQueryClient();
  const { sku, location } = position;
  const claims = useQuery({
    queryKey: [...SHORTFALLS, "claims", sku, location],
    queryFn: async () => {
      const query = { state: "active", sku, location, limit: MOST_RESERVATIONS } as const;
      const page = await answerOf(api.GET("/v1/reservations", { params: { query } }));
      return { claims: claimsOn(position, page.items), more: page.next !== undefined };
    },
  });
  return {
    ...claims,
    async release(id: string) {
      await answerOf(
        api.POST("/v1/reservations/{id}/release", {
          params: { path: { id }, header: idempotencyKey() },
          body: { reason: `shortfall of ${sku} at ${location}` },
        }),
      );
      await queries.invalidateQueries({ queryKey: SHORTFALLS });
    },
  };
}
