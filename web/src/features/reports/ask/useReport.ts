import { useQuery } from "@tanstack/react-query";
import type { ReportName } from "../wire";
import { getReport } from "./api";
import { addressOf, type Filters } from "./filters";

/** While somebody looks: the query's own interval rests while the page is hidden. */
const REFRESH_MILLIS = 30_000;

/** A report, kept on screen while another range of it is fetched. */
export function useReport(name: ReportName, filters: Filters) {
  return useQuery({
    queryKey: ["reports", name, addressOf(filters).toString()],
    queryFn: ({ signal }) => getReport(name, filters, signal),
    placeholderData: (previous, query) => (query?.queryKey[1] === name ? previous : undefined),
    refetchInterval: REFRESH_MILLIS,
  });
}
