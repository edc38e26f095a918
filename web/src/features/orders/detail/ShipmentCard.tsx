import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useLocationNamed } from "@/shared/stock";
import { Mark } from "@/shared/ui/Mark";
import { dayText, wallTime } from "../days";
import { isLate } from "../next";
import css from "../orders.module.css";
import { CostTable } from "../plan/CostTable";
import { ShippedLines } from "../plan/ShippedLines";
import type { Names } from "../plan/useNames";
import type { OrderState, Shipment } from "../types";
import { useNow } from "../useNow";
import { stateSaid } from "../words";
import { Cartons } from "./Cartons";

const LABELLED: readonly OrderState[] = ["packed", "shipped", "delivered", "returned"];

interface Props {
  shipment: Shipment;
  place: number;
  of: number;
  currency: string;
  names: Names;
}

/** What leaves one location together: by whom, when, in what, and what that costs. */
export function ShipmentCard({ shipment, place, of, currency, names }: Props) {
  const now = useNow();
  const location = useLocationNamed(shipment.location);
  const { label, tone } = stateSaid(shipment.state);
  const late = isLate(shipment, now);
  const title = of > 1 ? `Shipment ${place} of ${of}` : "Shipment";
  return (
    <Card withBorder padding="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <div>
            <Title order={2} size="h4">
              {title} from {location?.name ?? shipment.location}
            </Title>
            <Text size="sm" c="dimmed">
              {shipment.location}, by {shipment.carrier} {shipment.service}
            </Text>
          </div>
          <Mark tone={late ? "bad" : tone}>{late ? `${label}, late` : label}</Mark>
        </Group>
        <dl className={css.row}>
          <div>
            <dt>Must leave by</dt>
            <dd>{wallTime(shipment.shipBy, location?.timeZone)}</dd>
          </div>
          <div>
            <dt>Picked up</dt>
            <dd>{dayText(shipment.pickUp)}</dd>
          </div>
          <div>
            <dt>Arrives</dt>
            <dd>{dayText(shipment.arrival)}</dd>
          </div>
        </dl>
        <ShippedLines lines={shipment.lines} names={names} />
        <Cartons shipment={shipment} names={names} />
        {of > 1 && (
          <CostTable
            caption={`What ${title.toLowerCase()} costs`}
            cost={shipment}
            currency={currency}
          />
        )}
        <Label shipment={shipment} />
      </Stack>
    </Card>
  );
}

function Label({ shipment }: { shipment: Shipment }) {
  const tracking = shipment.tracking ?? [];
  if (!shipment.id || !LABELLED.includes(shipment.state)) return null;
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm">
        {tracking.length > 0 ? `Tracking ${tracking.join(", ")}` : "No tracking number"}
      </Text>
      <Button
        component="a"
        href={`/v1/shipments/${shipment.id}/label`}
        target="_blank"
        rel="noreferrer"
        variant="default"
        size="md"
        leftSection={<IconPrinter size={18} aria-hidden />}
      >
        Print the label
      </Button>
    </Group>
  );
}
