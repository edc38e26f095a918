import { Anchor, Button, Collapse, Group, Paper, Stack, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconPlayerPlay } from "@tabler/icons-react";
import { Link } from "react-router";
import { useOutbox } from "@/shared/outbox";
import { useAccess } from "@/shared/session/SessionProvider";
import { Mark } from "@/shared/ui/Mark";
import { useStartWave } from "../commands";
import { useFloor } from "../place/FloorProvider";
import css from "../warehouse.module.css";
import type { ProposedWave, Wave } from "../wire";
import { counted } from "../words";
import { clockThere, timeLeft, zoneName } from "./cutOff";

interface Props {
  wave: ProposedWave;
  now: number;
  /** Those that were started, as far as known. */
  waves: readonly Wave[] | undefined;
}

/** Orders that could go to the floor together now. */
export function ProposedWaveCard({ wave, now, waves }: Props) {
  const { floor } = useFloor();
  const { may } = useAccess();
  const { entries } = useOutbox();
  const start = useStartWave();
  const left = timeLeft(wave.cutOff, now);
  const first = wave.orders[0]?.shipment ?? "";
  const given = entries.find(({ notes, state }) => notes.wave === first && state !== "refused");
  const started = waves?.some(
    ({ shipments, state }) => state !== "cancelled" && shipments.some(({ id }) => id === first),
  );
  // A proposal may still be the one from before the wave was started.
  const busy = given?.state === "waiting" || started === true;
  const title = `${wave.carrier}, ${clockThere(wave.cutOff, floor.timeZone)}`;
  function begin() {
    void start(
      {
        location: floor.code,
        carrier: wave.carrier,
        cutOff: wave.cutOff,
        shipments: wave.orders.map(({ shipment }) => shipment),
      },
      {
        text: `Start a wave of ${counted(wave.orders.length, "order")} for ${title}`,
        notes: { floor: floor.code, wave: first },
        keeps: ["id", "number"],
      },
    );
  }
  return (
    <Paper withBorder p="md" component="article" aria-label={`Proposed wave: ${title}`}>
      <Stack gap="xs">
        <Group justify="space-between" align="baseline" gap="xs">
          <Text fw={700} size="lg">
            {wave.carrier}
          </Text>
          <Mark tone={left.tone}>{left.text}</Mark>
        </Group>
        <Text size="sm">
          Leaves {clockThere(wave.cutOff, floor.timeZone)}, {zoneName(floor.timeZone)}
        </Text>
        <Group gap="xl" className="figures">
          <Figure value={wave.orders.length} of={wave.orders.length === 1 ? "order" : "orders"} />
          <Figure value={wave.units} of={wave.units === 1 ? "unit" : "units"} />
        </Group>
        <Text size="sm" c="dimmed">
          It {wave.closed}.
        </Text>
        {may("fulfil") && (
          <Button
            h={52}
            loading={busy}
            leftSection={<IconPlayerPlay size={20} aria-hidden />}
            aria-label={`Start wave: ${title}`}
            onClick={begin}
          >
            Start wave
          </Button>
        )}
        <Orders wave={wave} />
      </Stack>
    </Paper>
  );
}

export function Figure({ value, of }: { value: number | string; of: string }) {
  return (
    <span>
      <span className={css.figure}>{value}</span> {of}
    </span>
  );
}

function Orders({ wave }: { wave: ProposedWave }) {
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <>
      <UnstyledButton className={css.more} aria-expanded={opened} onClick={toggle}>
        <IconChevronDown size={18} aria-hidden className={css.chevron} />
        {opened ? "Hide its orders" : "Show its orders"}
      </UnstyledButton>
      <Collapse expanded={opened}>
        <ul className={css.plainList}>
          {wave.orders.map((order) => (
            <li key={order.shipment} className={css.line}>
              <Anchor component={Link} to={`/orders/${order.order}`}>
                {order.number}
              </Anchor>
              <span className="figures">{counted(order.units, "unit")}</span>
            </li>
          ))}
        </ul>
      </Collapse>
    </>
  );
}
