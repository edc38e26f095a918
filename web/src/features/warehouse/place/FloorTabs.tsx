import { Text, UnstyledButton } from "@mantine/core";
import {
  IconMapPin,
  IconPackage,
  IconRoute,
  IconStack2,
  IconTruckDelivery,
} from "@tabler/icons-react";
import { Link, useLocation } from "react-router";
import { useFloor } from "./FloorProvider";
import css from "./tabs.module.css";

const PAGES = [
  { to: "/warehouse", label: "Waves", icon: IconStack2 },
  { to: "/warehouse/pick", label: "Pick", icon: IconRoute },
  { to: "/warehouse/pack", label: "Pack", icon: IconPackage },
  { to: "/warehouse/hand-over", label: "Hand over", icon: IconTruckDelivery },
] as const;

/** Whose floor this is, and the work on it in the order in which goods go through it. */
export function FloorTabs() {
  const { pathname } = useLocation();
  const { floor, leave } = useFloor();
  const here = PAGES.findLast((page) => pathname.startsWith(page.to));
  return (
    <div className={css.bar}>
      <nav aria-label="Warehouse" className={css.tabs}>
        {PAGES.map((page) => (
          <Link
            key={page.to}
            to={page.to}
            className={css.tab}
            aria-current={page === here ? "page" : undefined}
          >
            <page.icon size={20} aria-hidden />
            {page.label}
          </Link>
        ))}
      </nav>
      <UnstyledButton
        className={css.here}
        aria-label={`${floor.name}: choose another location`}
        onClick={leave}
      >
        <IconMapPin size={18} aria-hidden />
        <Text component="span" size="sm" fw={600} truncate>
          {floor.name}
        </Text>
      </UnstyledButton>
    </div>
  );
}
