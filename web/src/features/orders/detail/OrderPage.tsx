import { Anchor, Stack } from "@mantine/core";
import { IconPackageOff } from "@tabler/icons-react";
import { useEffect } from "react";
import { Link, useParams } from "react-router";
import { ApiError } from "@/shared/api/errors";
import { FullPageNotice } from "@/shared/ui/FullPage";
import { Problem, RowsSkeleton } from "@/shared/ui/States";
import css from "../orders.module.css";
import { useNames } from "../plan/useNames";
import type { Order } from "../types";
import { useOrder } from "../useOrders";
import { Facts } from "./Facts";
import { Head } from "./Head";
import { PlanCard } from "./PlanCard";
import { ShipmentCard } from "./ShipmentCard";
import { StepList } from "./StepList";

export default function OrderPage() {
  const { id = "" } = useParams();
  const { data: order, error, refetch } = useOrder(id);
  const number = order?.number;
  useEffect(() => {
    if (!number) return undefined;
    document.title = `Order ${number} - Holdfast`;
    return () => {
      document.title = "Holdfast";
    };
  }, [number]);
  if (!order && error instanceof ApiError && error.status === 404) return <NoSuchOrder />;
  return (
    <>
      <Anchor component={Link} to="/orders" size="sm">
        All orders
      </Anchor>
      {error && <Problem error={error} again={() => void refetch()} stale={order !== undefined} />}
      {!order && !error && <RowsSkeleton rows={6} />}
      {order && <Shown order={order} />}
    </>
  );
}

function Shown({ order }: { order: Order }) {
  const names = useNames(order.lines);
  return (
    <>
      <Head order={order} />
      <div className={css.columns}>
        <Stack gap="md">
          {order.shipments.map((shipment, place) => (
            <ShipmentCard
              key={shipment.id ?? place}
              shipment={shipment}
              place={place + 1}
              of={order.shipments.length}
              currency={order.currency}
              names={names}
            />
          ))}
        </Stack>
        <Stack gap="md" className={css.aside}>
          <Facts order={order} />
          <StepList steps={order.steps} />
        </Stack>
      </div>
      <PlanCard order={order} />
    </>
  );
}

function NoSuchOrder() {
  return (
    <FullPageNotice
      icon={<IconPackageOff size={48} aria-hidden />}
      title="No such order"
      text="It is not your company's, or the address is misspelt. Look for its number in the list."
      action={
        <Anchor component={Link} to="/orders">
          All orders
        </Anchor>
      }
    />
  );
}
