import { useQuery } from "@tanstack/react-query";
import { answerOf, api } from "@/shared/api/client";

/** As many as one can look through; of a shop with more, only those of what was found are offered. */
const MOST = 16;
const STALE_MILLIS = 5 * 60_000;

/** Every category of the shop, biggest first; none where they are too many, or not known yet. */
export function useCategories(): string[] {
  const { data } = useQuery({
    queryKey: ["categories"],
    staleTime: STALE_MILLIS,
    queryFn: async ({ signal }) => {
      const { items } = await answerOf(api.GET("/v1/categories", { signal }));
      return items.map(({ category }) => category);
    },
  });
  return data && data.length <= MOST ? data : [];
}
