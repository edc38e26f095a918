import { Stack, Text, TextInput, Title, UnstyledButton } from "@mantine/core";
import { IconBuildingStore, IconBuildingWarehouse } from "@tabler/icons-react";
import { useState } from "react";
import type { Location } from "@/shared/stock";
import css from "../warehouse.module.css";

interface Props {
  locations: readonly Location[];
  choose(location: Location): void;
}

/** Asked once on each device; fulfilment centres come first, but stores ship too. */
export function ChooseFloor({ locations, choose }: Props) {
  const [asked, setAsked] = useState("");
  const wanted = asked.trim().toLowerCase();
  const found = [...locations]
    .sort((a, b) => rank(a) - rank(b))
    .filter(({ code, name, address }) =>
      `${code} ${name} ${address}`.toLowerCase().includes(wanted),
    );
  return (
    <Stack maw={640} mx="auto" gap="md">
      <div>
        <Title order={1} size="h2">
          Whose floor is this?
        </Title>
        <Text c="dimmed">It is kept on this device. You can change it later.</Text>
      </div>
      <TextInput
        label="Find a location"
        placeholder="Name, code or address"
        size="md"
        autoFocus
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      {found.length === 0 && (
        <Text role="status">No location is called so. Try a part of its name or its code.</Text>
      )}
      <Stack component="ul" gap="xs" className={css.plainList}>
        {found.map((location) => {
          const Icon = location.kind === "store" ? IconBuildingStore : IconBuildingWarehouse;
          return (
            <li key={location.code}>
              <UnstyledButton className={css.row} onClick={() => choose(location)}>
                <Icon size={24} aria-hidden />
                <span>
                  <Text component="span" display="block" fw={600}>
                    {location.name}
                  </Text>
                  <Text component="span" display="block" size="sm" c="dimmed">
                    {location.code}, {location.address}
                  </Text>
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </Stack>
    </Stack>
  );
}

function rank({ kind }: Location): number {
  return kind === "store" ? 1 : 0;
}
