import { useQuery } from "@tanstack/react-query";
import { ownHeaders } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
import type { LabRun } from "./wire";

const PATIENCE_MILLIS = 8_000;

/** The runs that this server keeps, the latest first. */
export function useLabRuns() {
  return useQuery({
    queryKey: ["lab", "runs"],
    queryFn: async ({ signal }) => {
      const answer = await fetch("/v1/lab/runs", {
        headers: ownHeaders(),
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MILLIS)]),
      });
      const body: unknown = await answer.json().catch(() => undefined);
      if (!answer.ok) throw ApiError.of(answer.status, body);
      return (body as { items: LabRun[] }).items;
    },
  });
}
