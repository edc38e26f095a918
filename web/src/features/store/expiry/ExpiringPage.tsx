import { Alert, Group, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Mark } from "@/shared/ui/Mark";
import { ListState } from "../handover/ListState";
import classes from "../store.module.css";
import { byDay, type Day, dayText, farText } from "./days";
import { LotRow } from "./LotRow";
import { FURTHEST_DAYS, useExpiring } from "./useExpiring";

const WITHIN = [3, 7, FURTHEST_DAYS];

/** What expires at this store soon, day by day: sell it first, or write it off in time. */
export function ExpiringPage() {
  const { data, error, refetch, dataUpdatedAt } = useExpiring();
  const [within, setWithin] = useState("7");
  const days = data && byDay(data.items, Number(within));
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Title order={1} size="h3">
          Expiring soon
        </Title>
        <SegmentedControl
          size="md"
          aria-label="How far ahead"
          value={within}
          onChange={setWithin}
          data={WITHIN.map((count) => ({ value: String(count), label: `${count} days` }))}
        />
      </Group>
      <ListState error={error} loading={!data} asOf={dataUpdatedAt} again={() => void refetch()} />
      {days?.length === 0 && (
        <Text role="status">
          Nothing here expires within {within} days. Goods are shown that were received with their
          last day of use.
        </Text>
      )}
      {days?.map((day) => (
        <DaySection key={day.expires} day={day} />
      ))}
      {data?.more && (
        <Alert color="orange">
          There are very many lots; only those that expire first are shown.
        </Alert>
      )}
    </Stack>
  );
}

function DaySection({ day }: { day: Day }) {
  const id = `day-${day.expires}`;
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={2} size="h5" id={id}>
          {dayText(day.expires)}
        </Title>
        <Mark tone={day.daysLeft <= 0 ? "bad" : day.daysLeft <= 2 ? "warning" : "quiet"}>
          {farText(day.daysLeft)}
        </Mark>
      </Group>
      <Stack component="ul" gap="xs" m={0} p={0} className={classes.plainList}>
        {day.lots.map((lot) => (
          <LotRow key={`${lot.sku} ${lot.lot}`} lot={lot} />
        ))}
      </Stack>
    </section>
  );
}
