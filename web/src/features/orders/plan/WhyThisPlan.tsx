import { Stack, Text, Title } from "@mantine/core";
import type { Plan, Shipment } from "../types";
import { Alternatives } from "./Alternatives";
import { Services } from "./Services";

interface Props {
  plan: Plan;
  shipments: readonly Shipment[];
  currency: string;
}

const PROVEN =
  "No cheaper way exists: every way to ship it from your locations was weighed, with the cartons and the carriers' prices.";
const UNPROVEN =
  "The cheapest way that was found in the time there was; with this many lines and places a cheaper one may exist. Plan it again to look once more.";

/** Why it ships like this, and not otherwise. */
export function WhyThisPlan({ plan, shipments, currency }: Props) {
  return (
    <Stack gap="md">
      <Text size="sm">{plan.proven ? PROVEN : UNPROVEN}</Text>
      <section aria-label="Other places">
        <Title order={3} size="h5" mb={4}>
          Other places
        </Title>
        <Alternatives alternatives={plan.alternatives} currency={currency} />
      </section>
      {shipments.map((shipment) => (
        <section key={shipment.id} aria-label={`From ${shipment.location}`}>
          <Title order={3} size="h5" mb={4}>
            Carriers from {shipment.location}
          </Title>
          <Services
            shipment={shipment}
            tried={plan.services.filter((one) => one.shipment === shipment.id)}
            currency={currency}
          />
        </section>
      ))}
    </Stack>
  );
}
