import { Button, Menu, NavLink } from "@mantine/core";
import { type Icon, IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import css from "./SidePages.module.css";

/** One of several pages that belong together. */
export interface SidePage {
  path: string;
  label: string;
  icon: Icon;
  /** What its address keeps of the page before, with the question mark. */
  search?: string;
}

interface Props {
  label: string;
  pages: SidePage[];
}

/** The page of the longest path that one is below. */
function useHere(pages: SidePage[]): SidePage | undefined {
  const { pathname } = useLocation();
  return pages
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((one, other) => other.path.length - one.path.length)[0];
}

/** A page, and beside it or above it the others that belong to it. */
export function SidePages({ label, pages, children }: Props & { children: ReactNode }) {
  return (
    <div className={css.frame}>
      <SideNavigation label={label} pages={pages} />
      <CompactNavigation label={label} pages={pages} />
      <section aria-label="Page">{children}</section>
    </div>
  );
}

/** Beside the page where there is room. */
function SideNavigation({ label, pages }: Props) {
  const here = useHere(pages);
  return (
    <nav aria-label={label} className={css.side}>
      {pages.map((page) => (
        <NavLink
          key={page.path}
          component={Link}
          to={page.path + (page.search ?? "")}
          label={page.label}
          active={page === here}
          aria-current={page === here ? "page" : undefined}
          leftSection={<page.icon size={18} aria-hidden />}
          className={css.link}
        />
      ))}
    </nav>
  );
}

/** One button that says where one is, and opens the rest. */
function CompactNavigation({ label, pages }: Props) {
  const here = useHere(pages);
  const HereIcon = here?.icon;
  return (
    <nav aria-label={label} className={css.compact}>
      <Menu withInitialFocusPlaceholder={false} position="bottom-start" width="target">
        <Menu.Target>
          <Button
            fullWidth
            size="md"
            variant="default"
            styles={{ label: { flex: 1 } }}
            leftSection={HereIcon && <HereIcon size={18} aria-hidden />}
            rightSection={<IconChevronDown size={18} aria-hidden />}
          >
            {here?.label ?? "Pages"}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {pages.map((page) => (
            <Menu.Item
              key={page.path}
              component={Link}
              to={page.path + (page.search ?? "")}
              mih={44}
              aria-current={page === here ? "page" : undefined}
              leftSection={<page.icon size={18} aria-hidden />}
            >
              {page.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
