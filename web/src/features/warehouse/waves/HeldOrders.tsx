import { Anchor, Paper, Stack, Text, Title } from "@mantine/core";
import { Link } from "react-router";
import css from "../warehouse.module.css";
import type { HeldOrder } from "../wire";
import { counted } from "../words";

/** What no wave takes, and why: somebody has to do something about each. */
export function HeldOrders({ held }: { held: readonly HeldOrder[] }) {
  if (held.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label="Held orders" className={css.held}>
      <Stack gap="xs">
        <Title order={3} size="h5">
          {counted(held.length, "order")} held back
        </Title>
        <ul className={css.plainList}>
          {held.map((order) => (
            <li key={order.shipment} className={css.heldLine}>
              <Anchor component={Link} to={`/orders/${order.order}`}>
                {order.number}
              </Anchor>
              <Text size="sm">{order.reason}</Text>
            </li>
          ))}
        </ul>
      </Stack>
    </Paper>
  );
}
