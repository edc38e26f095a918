import { Stack, Text, TextInput, Title, UnstyledButton } from "@mantine/core";
import { IconBuildingStore, IconBuildingWarehouse } from "@tabler/icons-react";
import { useState } from "react";
import type { Location } from "@/shared/stock";
import classes from "../store.module.css";

interface Choice {
  locations: readonly Location[];
  choose(location: Location): void;
}

/** Asked once on each device. */
export function ChooseStore({ locations, choose }: Choice) {
  const [asked, setAsked] = useState("");
  const wanted = asked.trim().toLowerCase();
  const found = locations.filter(({ code, name, address }) =>
    `${code} ${name} ${address}`.toLowerCase().includes(wanted),
  );
  return (
    <Stack maw={640} mx="auto" gap="md">
      <div>
        <Title order={1} size="h2">
          Where does this device stand?
        </Title>
        <Text c="dimmed">It is kept on this device. You can change it later.</Text>
      </div>
      <TextInput
        label="Find a store"
        placeholder="Name, code or address"
        size="md"
        autoFocus
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      {found.length === 0 && (
        <Text role="status">
          {locations.length === 0
            ? "Your company has no stores yet. Somebody who plans stock can add them under Operations."
            : "No store is called so. Try a part of its name or its code."}
        </Text>
      )}
      <Stack component="ul" gap="xs" m={0} p={0} className={classes.plainList}>
        {found.map((location) => {
          const Icon = location.kind === "store" ? IconBuildingStore : IconBuildingWarehouse;
          return (
            <li key={location.code}>
              <UnstyledButton className={classes.row} onClick={() => choose(location)}>
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
