import { Anchor, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconTruckDelivery } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { useOutbox } from "@/shared/outbox";
import { useAccess } from "@/shared/session/SessionProvider";
import { Window } from "@/shared/ui/Window";
import { useHandOver } from "../commands";
import { useFloor } from "../place/FloorProvider";
import css from "../warehouse.module.css";
import type { HandedOver, Shipment } from "../wire";
import { counted, weight } from "../words";

interface Props {
  carrier: string;
  shipments: readonly Shipment[];
  told(manifest: HandedOver): void;
}

/** The parcels of one carrier. */
export function CarrierPile({ carrier, shipments, told }: Props) {
  const { floor } = useFloor();
  const { may } = useAccess();
  const { entries } = useOutbox();
  const handOver = useHandOver();
  const [asking, ask] = useState(false);
  const cartons = shipments.flatMap((shipment) => shipment.cartons);
  const grams = cartons.reduce((sum, { grossG }) => sum + grossG, 0);
  const parcels = counted(cartons.length, "parcel");
  const waits = entries.some(
    ({ notes, state }) => notes.carrier === carrier && state === "waiting",
  );
  async function give() {
    ask(false);
    const entry = await handOver(
      { location: floor.code, carrier },
      {
        text: `Hand over to ${carrier}`,
        notes: { floor: floor.code, carrier },
        keeps: ["location", "carrier", "handedOver", "left"],
      },
    );
    if (isManifest(entry.answer)) told(entry.answer);
  }
  return (
    <Paper withBorder p="md" component="section" aria-label={carrier}>
      <Stack gap="sm">
        <Group justify="space-between">
          <div>
            <Title order={2} size="h4">
              {carrier}
            </Title>
            <Text className="figures">
              {parcels} of {counted(shipments.length, "shipment")}, {weight(grams)}
            </Text>
          </div>
          {may("fulfil") && (
            <Button
              h={52}
              loading={waits}
              leftSection={<IconTruckDelivery size={22} aria-hidden />}
              aria-label={`Hand over all to ${carrier}`}
              onClick={() => ask(true)}
            >
              Hand over all
            </Button>
          )}
        </Group>
        <ul className={css.plainList}>
          {shipments.map((shipment) => (
            <li key={shipment.id} className={css.line}>
              <Anchor component={Link} to={`/warehouse/pack/${shipment.id}`}>
                {shipment.number}
              </Anchor>
              <span className={css.codes}>{shipment.tracking.join(", ")}</span>
            </li>
          ))}
        </ul>
      </Stack>
      <Question
        carrier={carrier}
        parcels={parcels}
        opened={asking}
        close={() => ask(false)}
        give={() => void give()}
      />
    </Paper>
  );
}

interface Asked {
  carrier: string;
  parcels: string;
  opened: boolean;
  close(): void;
  give(): void;
}

function Question({ carrier, parcels, opened, close, give }: Asked) {
  const { floor } = useFloor();
  return (
    <Window opened={opened} onClose={close} title={`Has ${carrier} taken all of it?`}>
      <Stack>
        <Text size="sm">
          {parcels} leave {floor.name} now, and their goods leave its stock. Press only when the van
          has them.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" h={48} onClick={close}>
            Not yet
          </Button>
          <Button h={48} onClick={give}>
            {carrier} has taken {parcels}
          </Button>
        </Group>
      </Stack>
    </Window>
  );
}

function isManifest(answer: unknown): answer is HandedOver {
  return typeof answer === "object" && answer !== null && "handedOver" in answer;
}
