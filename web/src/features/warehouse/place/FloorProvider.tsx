import { useLocalStorage } from "@mantine/hooks";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useSearchParams } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { type Location, useLocations } from "@/shared/stock";
import { FullPageLoader, FullPageProblem } from "@/shared/ui/FullPage";
import { ChooseFloor } from "./ChooseFloor";

interface Place {
  /** Whose floor this device stands on. */
  floor: Location;
  leave(): void;
}

const PlaceContext = createContext<Place | undefined>(undefined);

/** Knows on which floor this device stands; asks once, and keeps the answer on the device. */
export function FloorProvider({ children }: { children: ReactNode }) {
  const { session } = useAccess();
  const [kept, keep, forget] = useLocalStorage<Location | null>({
    key: `holdfast-floor:${session.account?.client ?? ""}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const { data, error, refetch } = useLocations();
  const at = useSearchParams()[0].get("at");
  const visited = at === null ? undefined : data?.find(({ code }) => code === at);
  const floor = visited ?? data?.find(({ code }) => code === kept?.code) ?? kept;
  const place = useMemo(() => (floor ? { floor, leave: forget } : undefined), [floor, forget]);
  if (place) return <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>;
  if (data) return <ChooseFloor locations={data} choose={keep} />;
  if (error) return <FullPageProblem error={error} again={() => void refetch()} />;
  return <FullPageLoader />;
}

export function useFloor(): Place {
  const place = useContext(PlaceContext);
  if (!place) throw new Error("useFloor needs a FloorProvider above it");
  return place;
}
