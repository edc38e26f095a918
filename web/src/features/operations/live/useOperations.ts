import { useInterval } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { answerOf, api } from "@/shared/api/client";
import { withSample } from "./history";
import { followSamples } from "./stream";
import type { OperationsReport } from "./types";

const OPERATIONS = ["operations"];
/** The stream brings samples; what is hot comes with the whole report only. */
const REPORT_MILLIS = 15_000;

/** The report, kept current by the stream; `live` while that is open. */
export function useOperations() {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: OPERATIONS,
    queryFn: () => answerOf(api.GET("/v1/operations")),
  });
  // Not the query's own interval: every sample that is set begins that anew, so that it never ends.
  useInterval(() => void refetch(), REPORT_MILLIS, { autoInvoke: true });
  useEffect(() => {
    const stop = new AbortController();
    void followSamples(stop.signal, {
      told(sample) {
        setLive(true);
        queries.setQueryData<OperationsReport>(
          OPERATIONS,
          (report) => report && withSample(report, sample),
        );
      },
      lost: () => setLive(false),
    });
    return () => stop.abort();
  }, [queries]);
  return { report: data, error, again: () => void refetch(), live };
}
