import { Button, NativeSelect } from "@mantine/core";
import { IconLock, IconShoppingBag } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { useLiveAvailability } from "@/shared/stock";
import { byStore, MOST_LINES, useBasket } from "../device/basket";
import { useStores } from "../stores/useStores";
import { LiveSign } from "../ui/LiveSign";
import { Empty, Notice } from "../ui/Notice";
import { PageTitle } from "../ui/PageTitle";
import css from "../ui/shop.module.css";
import { BasketRow } from "./BasketRow";
import styles from "./basket.module.css";
import { Outcome } from "./Outcome";
import { useReserve } from "./useReserve";

const TIMES = [
  { value: "900", label: "15 minutes" },
  { value: "1800", label: "30 minutes" },
  { value: "3600", label: "1 hour" },
];

/** What is to be picked up where, and the way to have it held. */
export function BasketPage() {
  const { lines } = useBasket();
  const { nameOf } = useStores();
  const [seconds, setSeconds] = useState("3600");
  const navigate = useNavigate();
  const live = useLiveAvailability(lines.map((line) => line.sku));
  const reserving = useReserve((id) => {
    void navigate("/shop/reservations", { state: { made: id } });
  });
  const { sending, unsettled, refused, reserve } = reserving;
  const stores = byStore(lines);
  const closed = sending || unsettled !== null;
  const tooMany = lines.length > MOST_LINES;
  const reserveAll = stores.length > 1 && !tooMany;
  return (
    <div className={css.stack}>
      <div className={css.between}>
        <PageTitle title="Basket" />
        {lines.length > 0 && <LiveSign live={live} />}
      </div>
      <Outcome reserving={reserving} />
      {lines.length === 0 && !unsettled && (
        <Empty icon={<IconShoppingBag size={44} aria-hidden />} title="Nothing in it yet">
          <p className={css.quiet}>
            What you add stays on this device. Nobody holds it for you before you reserve it.
          </p>
          <Button component={Link} to="/shop" size="md">
            Find a product
          </Button>
        </Empty>
      )}
      {lines.length > 0 && (
        <div className={styles.columns}>
          <div className={css.stack}>
            {stores.map(([location, inStore]) => (
              <section
                key={location}
                className={`${css.card} ${css.stack}`}
                aria-label={`Pick up in ${nameOf(location)}`}
              >
                <h2 className={styles.store}>
                  <span className={css.quiet}>Pick up in</span> {nameOf(location)}
                </h2>
                <ul className={styles.lines}>
                  {inStore.map((line) => (
                    <BasketRow
                      key={line.sku}
                      line={line}
                      refused={refused.find(
                        (each) => each.sku === line.sku && each.location === line.location,
                      )}
                    />
                  ))}
                </ul>
                <Button
                  size="md"
                  h={48}
                  className={styles.reserve ?? ""}
                  variant={reserveAll ? "default" : "filled"}
                  disabled={closed || inStore.length > MOST_LINES}
                  loading={sending && !reserveAll}
                  leftSection={<IconLock size={18} aria-hidden />}
                  onClick={() => reserve(inStore, Number(seconds))}
                >
                  Reserve in {nameOf(location)}
                </Button>
              </section>
            ))}
          </div>
          <section className={`${css.card} ${css.stack} ${styles.summary}`} aria-label="Reserve">
            <NativeSelect
              size="md"
              label="Hold it for me for"
              data={TIMES}
              value={seconds}
              onChange={(event) => setSeconds(event.currentTarget.value)}
            />
            {tooMany && (
              <Notice>
                One reservation holds at most {MOST_LINES} products. Reserve store by store.
              </Notice>
            )}
            {reserveAll && (
              <>
                <Button
                  size="md"
                  h={48}
                  disabled={closed}
                  loading={sending}
                  leftSection={<IconLock size={18} aria-hidden />}
                  onClick={() => reserve(lines, Number(seconds))}
                >
                  Reserve in all {stores.length} stores
                </Button>
                <span className={`${css.quiet} ${css.small}`}>
                  All of it or nothing: if one store has too little, nothing is held anywhere.
                </span>
              </>
            )}
          </section>
        </div>
      )}
    </div>
  );
}
