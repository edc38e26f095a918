import { IconBell, IconClockHour4, IconSearch, IconShoppingBag } from "@tabler/icons-react";
import { NavLink } from "react-router";
import { serverNow } from "@/shared/stock";
import { useBasket } from "../device/basket";
import { useReservations } from "../device/reservations";
import { useWatched } from "../device/watched";
import css from "./navigation.module.css";

/** A bar under the thumb on phones, a row of tabs above the page elsewhere. */
export function ShopNavigation() {
  const { lines } = useBasket();
  const { reservations } = useReservations();
  const { watched } = useWatched();
  const now = serverNow();
  const running = reservations.filter(
    (each) => each.state === "active" && Date.parse(each.expiresAt) > now,
  );
  const back = watched.filter((each) => each.told);
  const tabs = [
    { to: "/shop", label: "Search", icon: IconSearch, count: 0, what: "" },
    {
      to: "/shop/basket",
      label: "Basket",
      icon: IconShoppingBag,
      count: lines.length,
      what: "in it",
    },
    {
      to: "/shop/reservations",
      label: "Reserved",
      icon: IconClockHour4,
      count: running.length,
      what: "running",
    },
    { to: "/shop/watch", label: "Watch list", icon: IconBell, count: back.length, what: "back" },
  ];
  return (
    <nav className={css.bar} aria-label="Shop">
      {tabs.map(({ to, label, icon: Icon, count, what }) => (
        <NavLink
          key={to}
          to={to}
          end={to === "/shop"}
          className={css.tab ?? ""}
          aria-label={count > 0 ? `${label}, ${count} ${what}` : label}
        >
          <span className={css.icon}>
            <Icon size={22} aria-hidden />
            {count > 0 && <span className={css.count}>{count}</span>}
          </span>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
