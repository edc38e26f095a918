import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { quantityText, useAvailability, useLiveAvailability } from "@/shared/stock";
import { useWatched, type Watched } from "../device/watched";
import { useStores } from "../stores/useStores";
import { announce } from "./permission";

/** Looks after the watch list for as long as the shop is open, on whichever page. */
export function WatchKeeper() {
  const { watched } = useWatched();
  useLiveAvailability(
    watched.map((each) => each.sku),
    { background: true },
  );
  return watched.map((item) => <Keeper key={`${item.sku} ${item.location}`} item={item} />);
}

function Keeper({ item }: { item: Watched }) {
  const { sku, name, unit, location, told } = item;
  const { setTold } = useWatched();
  const { nameOf } = useStores();
  const queries = useQueryClient();
  const { data } = useAvailability(sku, { location });
  const atp = data?.locations[0]?.availableToPromise;
  useEffect(() => {
    if (atp === undefined) return;
    if (atp <= 0 && told) setTold(sku, location, false);
    if (atp > 0 && !told) {
      setTold(sku, location, true);
      // The lists on the page must not say something else than the notice.
      void queries.invalidateQueries({ queryKey: ["availability-of"] });
      const text = `${nameOf(location)} has ${quantityText(atp, unit)}. Reserve it before it is gone.`;
      announce(`${name} is back`, text, `back ${sku} ${location}`);
    }
  }, [queries, atp, told, setTold, nameOf, sku, location, name, unit]);
  return null;
}
