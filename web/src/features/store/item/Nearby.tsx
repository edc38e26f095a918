import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { distanceText, StockBadge } from "@/shared/stock";
import { useStore } from "../place/StoreProvider";
import classes from "../store.module.css";
import type { Item } from "./useItem";

const FIRST_SHOWN = 4;

/** Where to send a customer, or to ask for a transfer. */
export function Nearby({ item }: { item: Item }) {
  const { nameOf } = useStore();
  const [all, setAll] = useState(false);
  const stocked = item.elsewhere.filter((row) => row.availableToPromise > 0);
  const shown = all ? stocked : stocked.slice(0, FIRST_SHOWN);
  return (
    <Stack gap="xs" component="section" aria-labelledby="nearby">
      <Title order={2} size="h5" id="nearby">
        Elsewhere, nearest first
      </Title>
      {item.availability && stocked.length === 0 && (
        <Text size="sm" c="dimmed">
          No other store has any to promise.
        </Text>
      )}
      <Stack component="ul" gap={0} m={0} p={0} className={classes.plainList}>
        {shown.map((row) => (
          <Group key={row.location} component="li" justify="space-between" mih={44} wrap="nowrap">
            <div>
              <Text size="sm" fw={500}>
                {nameOf(row.location)}
              </Text>
              <Text size="xs" c="dimmed">
                {row.location}
                {row.distanceKm !== undefined && `, ${distanceText(row.distanceKm)} away`}
              </Text>
            </div>
            <StockBadge atp={row.availableToPromise} unit={item.sku.unit} />
          </Group>
        ))}
      </Stack>
      {stocked.length > FIRST_SHOWN && (
        <Button variant="subtle" h={44} onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? "Show the nearest only" : `Show all ${stocked.length}`}
        </Button>
      )}
    </Stack>
  );
}
