import { Button, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import {
  type Availability,
  availableAt,
  Freshness,
  type LiveState,
  quantityText,
  type Sku,
  StockBadge,
} from "@/shared/stock";
import { MOST_OF_ONE, samePlace, useBasket } from "../device/basket";
import { useStores } from "../stores/useStores";
import { Stepper } from "../ui/Stepper";
import css from "../ui/shop.module.css";
import { TellMe } from "../watch/TellMe";
import { Elsewhere } from "./Elsewhere";
import styles from "./product.module.css";

interface AtStore {
  sku: Sku;
  told: Availability | undefined;
  store: { code: string; name: string };
  live: LiveState;
}

/** The answer in one glance, and what follows from it: take it, or find it elsewhere. */
export function AtMyStore({ sku, told, store, live }: AtStore) {
  const { nameOf } = useStores();
  const { lines, add } = useBasket();
  const [quantity, setQuantity] = useState(1);
  const atp = told && availableAt(told, store.code).availableToPromise;
  const place = { sku: sku.code, location: store.code };
  const inBasket = lines.find((line) => samePlace(line, place));
  const line = { ...place, name: sku.name, unit: sku.unit, scale: sku.scale };
  const most = Math.min(MOST_OF_ONE, atp ?? MOST_OF_ONE);
  const wanted = Math.min(quantity, most);
  return (
    <section className={`${css.card} ${css.stack}`} aria-label="At your store">
      <div className={css.between}>
        <h2 className={styles.heading}>
          {nameOf(store.code)}{" "}
          <Link className={`${css.link} ${css.target} ${styles.change}`} to="/shop/stores">
            Change
            <VisuallyHidden> your store</VisuallyHidden>
          </Link>
        </h2>
        <Freshness
          asOf={told?.asOf}
          stale={told?.stale || live === "stale" || live === "lost"}
          live={live === "live"}
        />
      </div>
      <span aria-live="polite" aria-atomic>
        <StockBadge atp={atp} unit={sku.unit} size="lg" />
      </span>
      {atp === undefined || atp > 0 ? (
        <div className={css.row}>
          <Stepper
            label={sku.name}
            quantity={wanted}
            unit={sku.unit}
            scale={sku.scale}
            most={most}
            change={setQuantity}
          />
          <Button
            className={css.grow}
            size="md"
            h={46}
            disabled={atp === undefined}
            px="xs"
            onClick={() => add({ ...line, quantity: wanted })}
          >
            Add to basket
          </Button>
        </div>
      ) : (
        <>
          {told && (
            <Elsewhere
              told={told}
              needed={1}
              most={1}
              primary
              not={store.code}
              take={(location) => add({ ...line, location, quantity: 1 })}
            />
          )}
          <TellMe sku={sku.code} name={sku.name} unit={sku.unit} location={store.code} />
        </>
      )}
      <span role="status" className={css.small}>
        {inBasket && (
          <>
            {quantityText(inBasket.quantity, sku.unit)} in your basket.{" "}
            <Link className={css.link} to="/shop/basket">
              Go to the basket
            </Link>
          </>
        )}
      </span>
    </section>
  );
}
