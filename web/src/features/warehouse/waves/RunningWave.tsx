import { Alert, Button, Group, Paper, Progress, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { useOutbox } from "@/shared/outbox";
import { useAccess } from "@/shared/session/SessionProvider";
import { Confirm, type Question } from "@/shared/ui/Confirm";
import { Mark } from "@/shared/ui/Mark";
import { dayAndTime } from "@/shared/ui/time";
import { useCancelWave } from "../commands";
import { useFloor } from "../place/FloorProvider";
import css from "../warehouse.module.css";
import type { Wave, WaveList } from "../wire";
import { counted, metres } from "../words";
import { clockThere, timeLeft } from "./cutOff";

/** A wave that is being picked, list by list. */
export function RunningWave({ wave, now }: { wave: Wave; now: number }) {
  const { floor } = useFloor();
  const left = timeLeft(wave.cutOff, now);
  const live = wave.pickLists.filter(({ state }) => state !== "cancelled");
  const stops = live.reduce((sum, list) => sum + list.stops, 0);
  const done = live.reduce((sum, list) => sum + list.stopsDone, 0);
  const dropped = wave.shipments.filter(({ state }) => state === "dropped");
  return (
    <Paper withBorder p="md" component="article" aria-label={`Wave ${wave.number}`}>
      <Stack gap="xs">
        <Group justify="space-between" align="baseline" gap="xs">
          <Text fw={700} size="lg">
            {wave.carrier}
          </Text>
          <Mark tone={left.tone}>{left.text}</Mark>
        </Group>
        <Text size="sm">
          {wave.number}, leaves {clockThere(wave.cutOff, floor.timeZone)};{" "}
          {counted(wave.orders, "order")}, {counted(wave.units, "unit")}
          {wave.walkMm > 0 && `, ${metres(wave.walkMm)} to walk`}
        </Text>
        {wave.state === "starting" ? (
          <Text role="status">Its pick lists are being made.</Text>
        ) : (
          <>
            <Text size="sm" fw={600} className="figures">
              {done} of {counted(stops, "stop")} done
            </Text>
            <Progress
              value={stops === 0 ? 0 : (100 * done) / stops}
              aria-label={`Wave ${wave.number}: ${done} of ${stops} stops done`}
            />
          </>
        )}
        <ul className={css.plainList}>
          {wave.pickLists.map((list) => (
            <ListLine key={list.id} list={list} />
          ))}
        </ul>
        {wave.notes.map((note) => (
          <Alert key={note} color="orange" p="xs">
            {note}
          </Alert>
        ))}
        {dropped.map((one) => (
          <Text key={one.id} size="sm">
            {one.number} dropped out: {one.reason}
          </Text>
        ))}
        {done === 0 && <CancelWave wave={wave} />}
      </Stack>
    </Paper>
  );
}

const STATES = { open: "Nobody picks it yet", done: "Done", cancelled: "Cancelled" } as const;

function ListLine({ list }: { list: WaveList }) {
  const doing =
    list.state === "picking" ? `${list.picker ?? "Somebody"} picks it` : STATES[list.state];
  return (
    <li>
      <Link className={css.row} to={`/warehouse/pick/${list.id}`}>
        <span>
          <Text component="span" display="block" fw={600}>
            {list.number}
          </Text>
          <Text component="span" display="block" size="sm" c="dimmed">
            {doing}
          </Text>
        </span>
        <span className={css.rowEnd}>
          <span className="figures">
            {list.stopsDone} of {counted(list.stops, "stop")}
          </span>
          <Text component="span" display="block" size="sm" c="dimmed" className="figures">
            {counted(list.units, "unit")}
          </Text>
        </span>
      </Link>
    </li>
  );
}

function CancelWave({ wave }: { wave: Wave }) {
  const { floor } = useFloor();
  const { may } = useAccess();
  const { entries } = useOutbox();
  const cancel = useCancelWave();
  const [question, ask] = useState<Question>();
  if (!may("fulfil")) return null;
  const waits = entries.some(
    ({ notes, state }) => notes.cancels === wave.id && state === "waiting",
  );
  return (
    <>
      <Button
        variant="default"
        h={44}
        loading={waits}
        aria-label={`Cancel wave ${wave.number}`}
        onClick={() =>
          ask({
            title: `Cancel wave ${wave.number}?`,
            text: "Nothing of it has been picked. Its orders wait for another wave, and its pick lists are void.",
            deed: "Cancel wave",
            act: () =>
              cancel(
                {},
                {
                  id: wave.id,
                  text: `Cancel wave ${wave.number}`,
                  notes: { floor: floor.code, cancels: wave.id },
                  keeps: ["state"],
                },
              ),
          })
        }
      >
        Cancel wave
      </Button>
      <Confirm question={question} close={() => ask(undefined)} />
    </>
  );
}

/** Waves that need nobody any more, newest first. */
export function OverWaves({ waves }: { waves: readonly Wave[] }) {
  return (
    <ul className={css.plainList}>
      {waves.map((wave) => (
        <li key={wave.id} className={css.overLine}>
          <Group justify="space-between" gap="xs">
            <Text fw={600}>{wave.carrier}</Text>
            <Mark tone={wave.state === "done" ? "good" : "quiet"}>
              {wave.state === "done" ? "Picked" : "Cancelled"}
            </Mark>
          </Group>
          <Text size="sm" c="dimmed">
            {wave.number} of {dayAndTime(wave.createdAt)}: {counted(wave.orders, "order")},{" "}
            {counted(wave.units, "unit")}
          </Text>
        </li>
      ))}
    </ul>
  );
}
