import { Text } from "@mantine/core";
import { replanOrder } from "../api";
import { moneyText } from "../money";
import type { Order } from "../types";
import { together } from "../words";
import { DeedWindow } from "./DeedWindow";
import type { DeedProps } from "./deeds";
import { useDeed } from "./useDeed";

/** Plans it by what is there, and by the prices of, now. */
export function Replan({ order, close, done }: DeedProps) {
  const planning = useDeed(
    order.id,
    (keyed) => replanOrder(keyed, order.id),
    (next) => done(next, changed(order, next)),
  );
  return (
    <DeedWindow
      title={`Plan ${order.number} again?`}
      close={close}
      submit={() => planning.mutate(undefined)}
      deed="Plan it again"
      busy={planning.isPending}
      error={planning.error}
    >
      <Text size="sm">
        It is planned by today's stock, prices and pick-up times. What is held for it stays held
        until the new plan is; if no plan is possible, the old one stays.
      </Text>
    </DeedWindow>
  );
}

/** What the new plan changes, for who asked for it. */
export function changed(before: Order, after: Order): string {
  const places = together([...new Set(after.shipments.map((one) => one.location))]);
  const extra = after.cost.totalMinor - before.cost.totalMinor;
  const size = moneyText(Math.abs(extra), after.currency);
  const money = extra === 0 ? "at the same cost" : `for ${size} ${extra > 0 ? "more" : "less"}`;
  return `Planned again: it ships from ${places}, ${money}.`;
}
