import { useQuery } from "@tanstack/react-query";
import { answerOf, api } from "@/shared/api/client";

/** The runs that this server keeps, the latest first. */
export function useLabRuns() {
  return useQuery({
    queryKey: ["lab", "runs"],
    queryFn: async ({ signal }) => (await answerOf(api.GET("/v1/lab/runs", { signal }))).items,
  });
}
