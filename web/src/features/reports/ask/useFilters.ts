import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { addressOf, type Filters, filtersIn, type Shown, shownIn } from "./filters";

/** What the address says, and how to change it. */
export function useFilters() {
  const [parameters, setParameters] = useSearchParams();
  const filters = useMemo(() => filtersIn(parameters), [parameters]);
  const shown = useMemo(() => shownIn(parameters), [parameters]);
  const replace = { replace: true, preventScrollReset: true };
  return {
    filters,
    shown,
    narrow: (change: Partial<Filters>) =>
      setParameters(addressOf({ ...filters, ...change }, shown), replace),
    show: (change: Partial<Shown>) =>
      setParameters(addressOf(filters, { ...shown, ...change }), replace),
    clear: () => setParameters(addressOf(filtersIn(new URLSearchParams()), shown), replace),
  };
}
