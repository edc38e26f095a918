import { useLocalStorage } from "@mantine/hooks";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useSearchParams } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { type Location, useLocations } from "@/shared/stock";
import { FullPageLoader, FullPageProblem } from "@/shared/ui/FullPage";
import { ChooseStore } from "./ChooseStore";

interface Place {
  store: Location;
  /** Names one of the client's locations, or says its code where it is not known. */
  nameOf(code: string): string;
  locations: readonly Location[];
  /** Asks again which store this device is in. */
  leave(): void;
}

const PlaceContext = createContext<Place | undefined>(undefined);
const NONE: readonly Location[] = [];

/** Knows which store this device stands in; asks once, and keeps the answer on the device. */
export function StoreProvider({ children }: { children: ReactNode }) {
  const { session } = useAccess();
  const client = session.account?.client ?? "";
  const [kept, keep, forget] = useLocalStorage<Location | null>({
    key: `holdfast-store:${client}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const { data, error, refetch } = useLocations();
  const locations = data ?? NONE;
  // A link may lead to a position of another store: what is done there is done there.
  const at = useSearchParams()[0].get("at");
  const visited = at === null ? undefined : locations.find((location) => location.code === at);
  const store = visited ?? locations.find((location) => location.code === kept?.code) ?? kept;
  const place = useMemo<Place | undefined>(() => {
    if (!store) return undefined;
    const names = new Map(locations.map((location) => [location.code, location.name]));
    return { store, locations, leave: forget, nameOf: (code) => names.get(code) ?? code };
  }, [store, locations, forget]);
  if (place) return <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>;
  if (data) return <ChooseStore locations={data} choose={keep} />;
  if (error) return <FullPageProblem error={error} again={() => void refetch()} />;
  return <FullPageLoader />;
}

export function useStore(): Place {
  const place = useContext(PlaceContext);
  if (!place) throw new Error("useStore needs a StoreProvider above it");
  return place;
}
