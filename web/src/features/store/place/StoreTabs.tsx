import { Text, UnstyledButton } from "@mantine/core";
import {
  IconBarcode,
  IconCalendarExclamation,
  IconClipboardList,
  IconMapPin,
  IconShoppingBagCheck,
  IconTruck,
} from "@tabler/icons-react";
import { Link, useLocation } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { useStore } from "./StoreProvider";
import classes from "./tabs.module.css";

const PAGES = [
  { to: "/store", label: "Till", icon: IconBarcode, permission: "sell" },
  { to: "/store/pick-ups", label: "Pick-ups", icon: IconShoppingBagCheck, permission: "hand-over" },
  { to: "/store/transfers", label: "Transfers", icon: IconTruck, permission: "handle-stock" },
  {
    to: "/store/expiring",
    label: "Expiring",
    icon: IconCalendarExclamation,
    permission: "handle-stock",
  },
  { to: "/store/counts", label: "Count", icon: IconClipboardList, permission: "handle-stock" },
] as const;

/** Which store this is, and what can be done in it. */
export function StoreTabs() {
  const { may } = useAccess();
  const { pathname } = useLocation();
  const { store, leave } = useStore();
  const pages = PAGES.filter((page) => may(page.permission));
  const here = pages.findLast((page) => pathname.startsWith(page.to));
  return (
    <div className={classes.bar}>
      <nav aria-label="Store" className={classes.tabs}>
        {pages.map((page) => (
          <Link
            key={page.to}
            to={page.to}
            className={classes.tab}
            aria-current={page === here ? "page" : undefined}
          >
            <page.icon size={20} aria-hidden />
            {page.label}
          </Link>
        ))}
      </nav>
      <UnstyledButton
        className={classes.here}
        aria-label={`${store.name}: choose another store`}
        onClick={leave}
      >
        <IconMapPin size={18} aria-hidden />
        <Text component="span" size="sm" fw={600} truncate>
          {store.name}
        </Text>
      </UnstyledButton>
    </div>
  );
}
