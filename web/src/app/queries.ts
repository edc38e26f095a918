import { QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/shared/api/errors";

/** Answers stay on screen when the server cannot be reached: a refetch that fails keeps the last. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // Who finds the server out of reach lets the frame of the pages look and say so.
    onError: (error, query) => {
      const unreachable = error instanceof ApiError && error.status === 0;
      if (unreachable && query.queryKey[0] !== "session") {
        void queries.invalidateQueries({ queryKey: ["session"] });
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      gcTime: 24 * 3_600_000,
      networkMode: "always",
      retry: (failures, error) => failures < 2 && ApiError.isPassing(error),
      retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 4_000),
    },
    mutations: { networkMode: "always", retry: false },
  },
});
