import { Button } from "@mantine/core";
import { type Availability, availableAt, distanceText, quantityText } from "@/shared/stock";
import { type NearStore, useStores } from "../stores/useStores";
import css from "../ui/shop.module.css";

interface Wanted {
  told: Availability;
  needed: number;
  /** The store that does not have it. */
  not: string;
  take: (location: string) => void;
  verb?: string;
  /** How many stores to offer. */
  most?: number;
  /** Whether this is the next thing to do on the page. */
  primary?: boolean;
}

/** The nearest stores with at least as many. */
export function useElsewhere(told: Availability | undefined, needed: number, not: string) {
  const { stores } = useStores();
  if (!told) return [];
  return stores
    .map((store): [NearStore, number] => [store, availableAt(told, store.code).availableToPromise])
    .filter(([store, atp]) => store.code !== not && atp >= needed && atp > 0);
}

/** Where else one can pick it up, with the way to do so. */
export function Elsewhere({
  told,
  needed,
  not,
  take,
  verb = "Pick up in",
  most = 2,
  primary = false,
}: Wanted) {
  const found = useElsewhere(told, needed, not);
  if (found.length === 0) {
    return <span className={css.small}>No other store has it right now.</span>;
  }
  return (
    <div className={css.stack}>
      {found.slice(0, most).map(([store, atp]) => (
        <div key={store.code} className={css.between}>
          <span>
            <strong>{store.name}</strong>
            {store.distanceKm !== undefined && `, ${distanceText(store.distanceKm)}`}:{" "}
            {quantityText(atp, told.unit)} in stock
          </span>
          <Button
            variant={primary ? "filled" : "default"}
            size="md"
            onClick={() => take(store.code)}
          >
            {verb} {store.name}
          </Button>
        </div>
      ))}
    </div>
  );
}
