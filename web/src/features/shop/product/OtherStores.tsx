import { Button, Skeleton } from "@mantine/core";
import { useState } from "react";
import {
  type Availability,
  availableAt,
  distanceText,
  Freshness,
  type LiveState,
  type Sku,
  StockBadge,
} from "@/shared/stock";
import { samePlace, useBasket } from "../device/basket";
import { useStores } from "../stores/useStores";
import css from "../ui/shop.module.css";
import styles from "./product.module.css";

interface Elsewhere {
  sku: Sku;
  told: Availability | undefined;
  live: LiveState;
}

const FIRST = 6;

/** The other stores, nearest first; all of them where no store is one's own. */
export function OtherStores({ sku, told, live }: Elsewhere) {
  const { answer, stores, my, from } = useStores();
  const { lines, add } = useBasket();
  const [all, setAll] = useState(false);
  const others = stores.filter((store) => store.code !== my?.code);
  const shown = all ? others : others.slice(0, FIRST);
  const unknown = !told || answer.isPending;
  return (
    <section className={`${css.card} ${styles.others}`} aria-label={my ? "Other stores" : "Stores"}>
      <div className={css.between}>
        <h2 className={styles.heading}>
          {my ? "Other stores" : "Stores"}
          {from && (
            <span className={`${css.quiet} ${css.small}`}>
              {" "}
              nearest to {from === "you" ? "where you are" : from}
            </span>
          )}
        </h2>
        {!my && (
          <Freshness
            asOf={told?.asOf}
            stale={told?.stale || live === "stale" || live === "lost"}
            live={live === "live"}
          />
        )}
      </div>
      {unknown && <Skeleton height={FIRST * 64} mt={8} />}
      {!unknown && (
        <ul className={css.list} style={{ gap: 0 }}>
          {shown.map((store) => {
            const atp = availableAt(told, store.code).availableToPromise;
            const place = { sku: sku.code, location: store.code };
            const has = lines.some((line) => samePlace(line, place));
            const { name, unit, scale } = sku;
            return (
              <li key={store.code} className={styles.store}>
                <span>
                  <span className={styles.where}>
                    <strong>{store.name}</strong>
                    {store.distanceKm !== undefined && (
                      <span className={`${css.quiet} ${css.small}`}>
                        {distanceText(store.distanceKm)}
                      </span>
                    )}
                  </span>
                  <StockBadge atp={atp} unit={unit} />
                </span>
                {atp > 0 && (
                  <Button
                    variant={has ? "subtle" : "default"}
                    size="md"
                    disabled={has}
                    aria-label={has ? `In the basket for ${store.name}` : `Add from ${store.name}`}
                    onClick={() => add({ ...place, name, unit, scale, quantity: Math.min(1, atp) })}
                  >
                    {has ? "In basket" : "Add"}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {!unknown && others.length > FIRST && (
        <Button variant="subtle" size="md" mt={4} fullWidth onClick={() => setAll(!all)}>
          {all ? "Show the nearest only" : `Show all ${others.length} stores`}
        </Button>
      )}
    </section>
  );
}
