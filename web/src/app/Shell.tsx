import {
  ActionIcon,
  Anchor,
  AppShell,
  Button,
  Group,
  Menu,
  Text,
  useComputedColorScheme,
  useMantineColorScheme,
} from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import {
  IconActivity,
  IconBuildingStore,
  IconBuildingWarehouse,
  IconChartLine,
  IconLogout,
  IconMoon,
  IconPackage,
  IconShoppingBag,
  IconSun,
  IconUser,
  IconWifiOff,
} from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { signOut } from "@/shared/session/session";
import { AwayNotice } from "./AwayNotice";
import { keepStorePages } from "./onDevice";

// Commands that wait for the server: nothing that a shopper's phone should load.
const OutboxIndicator = lazy(async () => ({
  default: (await import("@/shared/outbox")).OutboxIndicator,
}));

const PLACES = [
  { to: "/shop", label: "Shop", icon: IconShoppingBag, permission: "look-up" },
  { to: "/store", label: "Store", icon: IconBuildingStore, permission: "sell" },
  { to: "/orders", label: "Orders", icon: IconPackage, permission: "read" },
  { to: "/warehouse", label: "Warehouse", icon: IconBuildingWarehouse, permission: "fulfil" },
  { to: "/reports", label: "Reports", icon: IconChartLine, permission: "read" },
  { to: "/operations", label: "Operations", icon: IconActivity, permission: "read" },
] as const;

/** More places than this have no room for their words on a phone. */
const MOST_WITH_WORDS = 3;

const LEFT_ALONE =
  "You are signed out on this device. The server hears of it as soon as it can be reached from here.";

/** What is around every page: where one can go, who one is, light or dark. */
export function Shell({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const { online } = useNetwork();
  const { may, session } = useAccess();
  const staff = may("sell") || may("fulfil");
  const places = session.signedIn ? PLACES.filter((place) => may(place.permission)) : [];
  useEffect(() => (staff ? keepStorePages() : undefined), [staff]);
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page is what moves the focus
  useEffect(() => {
    // Screen readers go on at the top of a new page; the first one is read by itself.
    if (first.current) first.current = false;
    else main.current?.focus();
  }, [pathname.split("/")[1]]);
  return (
    <AppShell header={{ height: 56 }} padding={{ base: "sm", sm: "md" }}>
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <AppShell.Header>
        <Group
          h="100%"
          px={{ base: "xs", sm: "md" }}
          justify="space-between"
          wrap="nowrap"
          gap="xs"
          data-many={places.length > MOST_WITH_WORDS}
        >
          <Group gap="xs" wrap="nowrap" style={{ minWidth: 0 }}>
            <Anchor component={Link} to="/" underline="never" c="inherit" visibleFrom="xs">
              <Text fw={700} size="lg">
                {session.signedIn ? "Holdfast" : (session.shop?.name ?? "Holdfast")}
              </Text>
            </Anchor>
            <Navigation places={places} />
          </Group>
          <Group gap={4} wrap="nowrap">
            {!online && (
              <Text size="sm" c="orange" fw={600} role="status" className="offline">
                <IconWifiOff size={20} aria-hidden />
                <span>Offline</span>
              </Text>
            )}
            {staff && (
              <Suspense fallback={null}>
                <OutboxIndicator />
              </Suspense>
            )}
            <SchemeSwitch />
            <Person />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Main id="main" ref={main} tabIndex={-1} style={{ outline: "none" }}>
        <AwayNotice />
        {children}
      </AppShell.Main>
    </AppShell>
  );
}

function Navigation({ places }: { places: (typeof PLACES)[number][] }) {
  const { session } = useAccess();
  const { pathname } = useLocation();
  // A visitor of the shop has one place only.
  if (!session.signedIn) {
    return (
      <Text fw={600} hiddenFrom="xs" truncate>
        {session.shop?.name ?? "Holdfast"}
      </Text>
    );
  }
  return (
    <Group component="nav" aria-label="Places" className="places" wrap="nowrap">
      {places.map(({ to, label, icon: Icon }) => {
        const here = pathname.startsWith(to);
        return (
          <Button
            key={to}
            component={Link}
            to={to}
            size="compact-md"
            variant={here ? "light" : "subtle"}
            aria-current={here ? "page" : undefined}
            aria-label={label}
          >
            <Icon size={20} aria-hidden />
            <span className={here ? "place-here" : "place-elsewhere"}>{label}</span>
          </Button>
        );
      })}
    </Group>
  );
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light");
  const other = scheme === "dark" ? "light" : "dark";
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={`Switch to ${other} colours`}
      onClick={() => setColorScheme(other)}
    >
      {scheme === "dark" ? <IconSun size={20} /> : <IconMoon size={20} />}
    </ActionIcon>
  );
}

function Person() {
  const { session, changed } = useAccess();
  const navigate = useNavigate();
  const account = session.account;
  if (!account) {
    return (
      <Button component={Link} to="/sign-in" variant="subtle" size="compact-md">
        Sign in
      </Button>
    );
  }
  async function leave() {
    const told = await signOut();
    await changed(undefined);
    await navigate("/");
    if (!told) notifications.show({ message: LEFT_ALONE, autoClose: 10_000 });
  }
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`Account of ${account.name}`}
        >
          <IconUser size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {account.name}, {account.role} of {account.clientName}
        </Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<IconUser size={16} aria-hidden />}>
          Your account
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
