import { Alert, Group, Text, Title } from "@mantine/core";
import { Mark } from "@/shared/ui/Mark";
import { Actions } from "../actions/Actions";
import { dayText } from "../days";
import { breaksPromise, isLate, nextToLeave, whatNext } from "../next";
import type { Order } from "../types";
import { useNow } from "../useNow";
import { useZones } from "../useZones";
import { stateSaid } from "../words";

/** Which order it is, how far it is, what happens next, and what one can do. */
export function Head({ order }: { order: Order }) {
  const now = useNow();
  const zoneOf = useZones();
  const { label, tone } = stateSaid(order.state);
  const next = nextToLeave(order.shipments);
  const late = next !== undefined && isLate(next, now);
  return (
    <>
      <Group justify="space-between" align="flex-start" gap="sm" mb="md">
        <div style={{ flex: "1 1 300px", maxWidth: 760 }}>
          <Group gap="sm" align="center">
            <Title order={1} size="h2">
              Order {order.number}
            </Title>
            <Mark tone={late ? "bad" : tone}>{late ? `${label}, late` : label}</Mark>
          </Group>
          <Text mt={2} role="status">
            {whatNext(order, now, zoneOf)}
          </Text>
        </div>
        <Actions order={order} />
      </Group>
      {order.promised && breaksPromise(order) && (
        <Alert color="orange" mb="md" title="The promise is not kept by this plan">
          It was promised for {dayText(order.promised)} and is planned to arrive later.{" "}
          {order.state === "placed" && "Plan it again, or tell"}
          {order.state !== "placed" && "Tell"} who waits for it.
        </Alert>
      )}
    </>
  );
}
