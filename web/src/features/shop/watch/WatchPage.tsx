import { ActionIcon, Button } from "@mantine/core";
import { IconBell, IconBellOff } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { Freshness, StockBadge, useAvailability, useLiveAvailability } from "@/shared/stock";
import { useWatched, type Watched } from "../device/watched";
import { useStores } from "../stores/useStores";
import { Empty, Notice } from "../ui/Notice";
import { PageTitle } from "../ui/PageTitle";
import css from "../ui/shop.module.css";
import { askPermission, permission } from "./permission";
import { HONEST } from "./TellMe";

/** The products to tell about, as they are now. */
export function WatchPage() {
  const { watched } = useWatched();
  const [allowed, setAllowed] = useState(permission);
  return (
    <div className={css.stack}>
      <PageTitle title="Watch list" />
      {watched.length === 0 ? (
        <Empty icon={<IconBell size={44} aria-hidden />} title="Nothing to watch for">
          <p className={css.quiet}>
            Where a product is sold out, press “Tell me when it is back”. It then stands here.
          </p>
          <Button component={Link} to="/shop" size="md">
            Find a product
          </Button>
        </Empty>
      ) : (
        <>
          <Notice tone="plain">
            <span className={css.small}>
              {HONEST}
              {allowed === "denied" &&
                " Your browser does not let us show notifications; you can change that in its settings for this site."}
            </span>
            {allowed === "default" && (
              <span>
                <Button
                  size="md"
                  variant="default"
                  onClick={() => void askPermission().then(setAllowed)}
                >
                  Show notifications too
                </Button>
              </span>
            )}
          </Notice>
          <ul className={css.list}>
            {watched.map((item) => (
              <li key={`${item.sku} ${item.location}`}>
                <WatchedCard item={item} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function WatchedCard({ item }: { item: Watched }) {
  const { sku, name, unit, location } = item;
  const { unwatch } = useWatched();
  const { nameOf } = useStores();
  const live = useLiveAvailability([sku]);
  const { data } = useAvailability(sku, { location });
  const atp = data?.locations[0]?.availableToPromise;
  return (
    <article className={`${css.card} ${css.row}`} style={{ flexWrap: "nowrap" }} aria-label={name}>
      <div className={css.grow}>
        <Link className={`${css.link} ${css.target}`} to={`/shop/p/${encodeURIComponent(sku)}`}>
          {name}
        </Link>
        <div className={css.row}>
          <span>{nameOf(location)}</span>
          <StockBadge atp={atp} unit={unit} />
          <Freshness
            asOf={data?.asOf}
            stale={data?.stale || live === "stale" || live === "lost"}
            live={live === "live"}
          />
        </div>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        aria-label={`Stop watching ${name}`}
        onClick={() => unwatch(sku, location)}
      >
        <IconBellOff size={20} />
      </ActionIcon>
    </article>
  );
}
