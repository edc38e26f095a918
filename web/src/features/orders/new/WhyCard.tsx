import { Card, Title } from "@mantine/core";
import { WhyThisPlan } from "../plan/WhyThisPlan";
import type { Promised } from "../types";

/** Why it would ship like this; below the form, where its tables have room. */
export function WhyCard({ promised }: { promised: Promised }) {
  const { possible, plan, shipments, currency } = promised;
  if (!possible || !currency) return null;
  return (
    <Card withBorder padding="md" mt="md" component="section" aria-label="Why this plan">
      <Title order={2} size="h4" mb="xs">
        Why this plan
      </Title>
      <WhyThisPlan plan={plan} shipments={shipments} currency={currency} />
    </Card>
  );
}
