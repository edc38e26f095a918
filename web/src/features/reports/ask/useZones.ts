import { useMemo } from "react";
import { useLocations } from "@/shared/stock";

const NONE: string[] = [];

/** The time zones of the places that a report is about; none as long as they are not known. */
export function useZones(locations: readonly string[]): string[] {
  const { data } = useLocations();
  return useMemo(() => {
    if (!data) return NONE;
    const meant = data.filter(({ code }) => locations.length === 0 || locations.includes(code));
    return [...new Set(meant.map(({ timeZone }) => timeZone))];
  }, [data, locations]);
}
