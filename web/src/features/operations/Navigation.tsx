import { Button, Menu, NavLink } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { Link, useLocation } from "react-router";
import css from "./operations.module.css";
import { addressOf, type Place } from "./places";

interface Props {
  places: Place[];
}

function useHere(places: Place[]): Place | undefined {
  const { pathname } = useLocation();
  const path = pathname.replace(/^\/operations\/?/, "").split("/")[0];
  return places.find((place) => place.path === path);
}

/** Beside the page where there is room. */
export function SideNavigation({ places }: Props) {
  const here = useHere(places);
  return (
    <nav aria-label="Operations" className={css.side}>
      {places.map((place) => (
        <NavLink
          key={place.path}
          component={Link}
          to={addressOf(place)}
          label={place.label}
          active={place === here}
          aria-current={place === here ? "page" : undefined}
          leftSection={<place.icon size={18} aria-hidden />}
          className={css.link}
        />
      ))}
    </nav>
  );
}

/** One button that says where one is, and opens the rest. */
export function CompactNavigation({ places }: Props) {
  const here = useHere(places);
  const Icon = here?.icon;
  return (
    <nav aria-label="Operations" className={css.compact}>
      <Menu withInitialFocusPlaceholder={false} position="bottom-start" width="target">
        <Menu.Target>
          <Button
            fullWidth
            size="md"
            variant="default"
            styles={{ label: { flex: 1 } }}
            leftSection={Icon && <Icon size={18} aria-hidden />}
            rightSection={<IconChevronDown size={18} aria-hidden />}
          >
            {here?.label ?? "Pages"}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {places.map((place) => (
            <Menu.Item
              key={place.path}
              component={Link}
              to={addressOf(place)}
              mih={44}
              aria-current={place === here ? "page" : undefined}
              leftSection={<place.icon size={18} aria-hidden />}
            >
              {place.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
