import { Anchor, Text } from "@mantine/core";
import { Link } from "react-router";
import type { Column } from "@/shared/ui/DataTable";
import { Mark } from "@/shared/ui/Mark";
import { dayText, fromNow, wallTime } from "../days";
import { moneyText } from "../money";
import { isLate, stillHere } from "../next";
import type { OrderSummary } from "../types";
import { counted, stateSaid } from "../words";

interface Seen {
  now: number;
  zoneOf(location: string): string | undefined;
}

/** What the list shows of an order. */
export function orderColumns({ now, zoneOf }: Seen): Column<OrderSummary>[] {
  return [
    {
      label: "Order",
      heading: true,
      cell: (order) => (
        <>
          <Anchor component={Link} to={`/orders/${order.id}`} fw={650}>
            {order.number}
          </Anchor>
          {order.customer && (
            <Text size="sm" fw={400} c="dimmed">
              {order.customer}
            </Text>
          )}
        </>
      ),
    },
    { label: "State", cell: (order) => <StateMark order={order} now={now} /> },
    {
      label: "Must leave by",
      cell: (order) => <LeaveBy order={order} now={now} zoneOf={zoneOf} />,
    },
    { label: "Promised", cell: (order) => (order.promised ? dayText(order.promised) : "no day") },
    {
      label: "Ships from",
      cell: (order) => (
        <>
          {order.locations.join(", ") || "nowhere"}
          <Text size="xs" c="dimmed">
            {order.locations.length > 1 && "first by "}
            {order.carrier} {order.service}
          </Text>
        </>
      ),
    },
    {
      label: "Goods",
      cell: (order) => (
        <>
          {counted(order.units, "unit")}
          <Text size="xs" c="dimmed">
            {counted(order.lines, "line")}
          </Text>
        </>
      ),
    },
    {
      label: "Cost",
      figures: true,
      cell: (order) => moneyText(order.totalMinor, order.currency),
    },
  ];
}

export function StateMark({ order, now }: { order: OrderSummary; now: number }) {
  const { label, tone } = stateSaid(order.state);
  return isLate(order, now) ? (
    <Mark tone="bad">{label}, late</Mark>
  ) : (
    <Mark tone={tone}>{label}</Mark>
  );
}

function LeaveBy({ order, now, zoneOf }: Seen & { order: OrderSummary }) {
  if (!order.shipBy) return "";
  const time = wallTime(order.shipBy, zoneOf(order.locations[0] ?? ""));
  return (
    <>
      {time}
      {stillHere(order.state) && (
        <Text size="xs" c={isLate(order, now) ? "red" : "dimmed"}>
          {fromNow(order.shipBy, now)}
        </Text>
      )}
    </>
  );
}
