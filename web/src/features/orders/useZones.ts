import { useCallback } from "react";
import { useLocations } from "@/shared/stock";

/** Says in which time zone a location is, once the locations are known. */
export function useZones(): (location: string) => string | undefined {
  const { data } = useLocations();
  return useCallback((code) => data?.find((one) => one.code === code)?.timeZone, [data]);
}
