import { Group, Paper, Text } from "@mantine/core";
import { useOutbox } from "@/shared/outbox";
import { type AvailableAt, Freshness, quantityText } from "@/shared/stock";
import { useStore } from "../place/StoreProvider";
import classes from "../store.module.css";
import type { Item } from "./useItem";

const WORDS = {
  unknown: "Not known yet",
  none: "None to promise here",
  few: "Only a few left",
  some: "In stock",
};
const FEW = 5;

/** The one figure that the question at the till is about, and what it is made of. */
export function Glance({ item }: { item: Item }) {
  const { sku, here, availability, stale, live } = item;
  const { store } = useStore();
  const { waiting } = useOutbox();
  const pending = waiting.filter(
    ({ notes }) => notes.sku === sku.code && notes.location === store.code,
  ).length;
  return (
    <Paper
      withBorder
      p={{ base: "md", sm: "lg" }}
      component="section"
      aria-label="Stock here"
      className={classes.glance ?? ""}
      data-stale={stale}
      data-stock={stockOf(here?.availableToPromise)}
    >
      <Group justify="space-between" gap="lg" align="flex-end">
        <div>
          <Text size="sm" c="dimmed">
            Can be promised here
          </Text>
          <div className={classes.figure}>{figure(here, "availableToPromise", sku.unit)}</div>
        </div>
        <Group gap="lg">
          <Figure name="On hand" text={figure(here, "onHand", sku.unit)} />
          <Figure name="Reserved" text={figure(here, "reserved", sku.unit)} />
          <Figure name="Kept back" text={figure(here, "safetyStock", sku.unit)} />
        </Group>
      </Group>
      <Group justify="space-between" mt="md" gap="xs">
        <Text fw={600}>{WORDS[stockOf(here?.availableToPromise)]}</Text>
        <Freshness asOf={availability?.asOf} stale={stale} live={live} />
      </Group>
      {pending > 0 && (
        <Text size="sm" mt="xs" className={classes.pending ?? ""} role="status">
          Without {pending === 1 ? "one action that waits" : `${pending} actions that wait`} to be
          sent.
        </Text>
      )}
    </Paper>
  );
}

function stockOf(atp: number | undefined): keyof typeof WORDS {
  if (atp === undefined) return "unknown";
  if (atp <= 0) return "none";
  return atp <= FEW ? "few" : "some";
}

function figure(
  here: AvailableAt | undefined,
  name: "availableToPromise" | "onHand" | "reserved" | "safetyStock",
  unit: string,
): string {
  if (!here) return "–";
  return quantityText(here[name] ?? 0, unit);
}

function Figure({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <div className={classes.figureSmall}>{text}</div>
    </div>
  );
}
