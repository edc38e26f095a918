import { Alert, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconArrowRight } from "@tabler/icons-react";
import { type AvailableAt, quantityText, rounded } from "@/shared/stock";
import type { Order } from "./order";

const SIGNS = { sell: -1, return: 1, receive: 1, adjust: 1, transfer: -1, "write-off": -1 };

/** Enough for every scale. */
const DECIMALS = 6;

interface Before {
  order: Order;
  here: AvailableAt | undefined;
  stale: boolean;
}

/** What the action will make of the stock, before it is done. */
export function Effect({ order, here, stale }: Before) {
  const onHand = here?.onHand;
  if (here === undefined || onHand === undefined) return <Text size="sm">{"\u00a0"}</Text>;
  const { kind, quantity, unit } = order;
  const after = kind === "count" ? quantity : rounded(onHand + SIGNS[kind] * quantity, DECIMALS);
  const free = rounded(onHand - (here.reserved ?? 0), DECIMALS);
  const taken = kind === "sell" || kind === "transfer";
  const difference = rounded(after - onHand, DECIMALS);
  return (
    <>
      <Group gap="xs" justify="center" aria-live="polite">
        <Text c="dimmed">On hand</Text>
        <Text fw={600}>{quantityText(onHand, unit)}</Text>
        <IconArrowRight size={18} aria-label="becomes" />
        <Text fw={700}>{quantityText(Math.max(0, after), unit)}</Text>
        {kind === "count" && difference !== 0 && (
          <Text c="dimmed">
            {difference > 0 ? "+" : ""}
            {quantityText(difference, unit)}
          </Text>
        )}
      </Group>
      {taken && quantity > free && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} role="alert">
          Only {quantityText(Math.max(0, free), unit)} can be taken
          {(here.reserved ?? 0) > 0 && ` (reserved: ${quantityText(here.reserved ?? 0, unit)})`}.
          {stale && " This may have changed."}
        </Alert>
      )}
      {!taken && after < (here.reserved ?? 0) && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} role="alert">
          Reserved: {quantityText(here.reserved ?? 0, unit)}. What is missing becomes a shortfall
          that somebody has to resolve.
        </Alert>
      )}
    </>
  );
}
