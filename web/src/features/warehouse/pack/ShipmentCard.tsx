import { Group, Paper, Text } from "@mantine/core";
import { Mark } from "@/shared/ui/Mark";
import { useFloor } from "../place/FloorProvider";
import { useNow } from "../useNow";
import { clockThere, timeLeft, zoneName } from "../waves/cutOff";
import type { Shipment } from "../wire";

/** Who takes a shipment, when, and to whom. */
export function ShipmentCard({ shipment }: { shipment: Shipment }) {
  const { floor } = useFloor();
  const left = timeLeft(shipment.shipBy, useNow());
  const { name, address, postcode, country } = shipment.shipTo;
  return (
    <Paper withBorder p="md" component="section" aria-label="Shipment">
      <Group justify="space-between" align="baseline" gap="xs">
        <Text fw={700} size="lg">
          {shipment.carrier}, {shipment.service}
        </Text>
        <Mark tone={left.tone}>{left.text}</Mark>
      </Group>
      <Text size="sm">
        Leaves {clockThere(shipment.shipBy, floor.timeZone)}, {zoneName(floor.timeZone)}
      </Text>
      <Text mt="xs">{[name, address].filter(Boolean).join(", ")}</Text>
      <Text>
        {postcode} {country}
      </Text>
    </Paper>
  );
}
