import { Text } from "@mantine/core";
import { releaseOrder } from "../api";
import { together } from "../words";
import { DeedWindow } from "./DeedWindow";
import type { DeedProps } from "./deeds";
import { useDeed } from "./useDeed";

/** Gives the order to the warehouse before its wave. */
export function Release({ order, close, done }: DeedProps) {
  const releasing = useDeed(
    order.id,
    (keyed) => releaseOrder(keyed, order.id),
    (next) => done(next, `Order ${next.number} is with the warehouse.`),
  );
  const places = together([...new Set(order.shipments.map((one) => one.location))]);
  return (
    <DeedWindow
      title={`Release ${order.number}?`}
      close={close}
      submit={() => releasing.mutate(undefined)}
      deed="Release it"
      busy={releasing.isPending}
      error={releasing.error}
    >
      <Text size="sm">
        {places} may pick it from now on. Its lines, its address and its plan can no longer be
        changed; it can still be cancelled until it has left.
      </Text>
    </DeedWindow>
  );
}
