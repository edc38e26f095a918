import { Card, Stack, Title } from "@mantine/core";
import css from "../orders.module.css";
import { CostTable } from "../plan/CostTable";
import { WhyThisPlan } from "../plan/WhyThisPlan";
import type { Order } from "../types";

export function PlanCard({ order }: { order: Order }) {
  return (
    <Card withBorder padding="md" mt="md" component="section" aria-label="Why this plan">
      <Stack gap="sm">
        <Title order={2} size="h4">
          Why this plan
        </Title>
        <div className={css.narrow}>
          <CostTable caption="What the order costs" cost={order.cost} currency={order.currency} />
        </div>
        <WhyThisPlan plan={order.plan} shipments={order.shipments} currency={order.currency} />
      </Stack>
    </Card>
  );
}
