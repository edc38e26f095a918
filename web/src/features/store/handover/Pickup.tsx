import { Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { STATE_COLORS, useCommand, useOutbox } from "@/shared/outbox";
import { useScan } from "@/shared/scan/ScanProvider";
import { serverNow } from "@/shared/stock";
import { useStore } from "../place/StoreProvider";
import { EndDialog } from "./EndDialog";
import { Goods, shortName } from "./Goods";
import type { Reservation } from "./useHandovers";

const CONFIRM = {
  path: "/v1/reservations/{id}/confirm",
  describe: () => "Hand over a reservation",
} as const;
const RELEASE = {
  path: "/v1/reservations/{id}/release",
  describe: () => "Release a reservation",
} as const;
const SOON_MILLIS = 5 * 60_000;

/** One customer's goods. */
export function Pickup({ reservation }: { reservation: Reservation }) {
  const { store, nameOf } = useStore();
  const { entries } = useOutbox();
  const { focus } = useScan();
  const confirm = useCommand(CONFIRM);
  const release = useCommand(RELEASE);
  const [asking, ask] = useState<"confirm" | "release">();
  const { id, lines, expiresAt } = reservation;
  const name = shortName(id);
  const here = lines.filter((line) => line.location === store.code);
  const others = [...new Set(lines.map((line) => line.location))].filter((at) => at !== store.code);
  const given = entries.find((each) => each.notes.reservation === id && each.state !== "refused");

  function end(how: "confirm" | "release") {
    const notes = { location: store.code, reservation: id };
    const verb = how === "confirm" ? "Hand over" : "Release";
    const send = how === "confirm" ? confirm : release;
    void send({}, { id, notes, text: `${verb} reservation ${name}` });
    focus();
  }
  return (
    <Paper withBorder p="md" component="li" aria-label={`Reservation ${name}`}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={6} flex="1 1 260px">
          <Group gap="xs">
            <Text fw={700} size="lg" className="figures">
              {name}
            </Text>
            {expiresAt && <TimeLeft until={Date.parse(expiresAt)} />}
          </Group>
          <ul style={{ margin: 0, paddingInlineStart: 18 }}>
            {here.map((line) => (
              <Goods key={line.sku} sku={line.sku} quantity={line.quantity} />
            ))}
          </ul>
          {others.length > 0 && (
            <Text size="sm" c="dimmed">
              It also has goods at {others.map(nameOf).join(", ")}: they end with it.
            </Text>
          )}
        </Stack>
        {given ? (
          <Badge
            tt="none"
            size="lg"
            color={given.state === "waiting" ? STATE_COLORS.waiting : STATE_COLORS.done}
          >
            {given.state === "waiting" ? "Waiting to be sent" : "Done"}
          </Badge>
        ) : (
          <Group gap="xs">
            <Button
              variant="default"
              size="md"
              aria-label={`Release ${name}`}
              onClick={() => ask("release")}
            >
              Release
            </Button>
            <Button size="md" aria-label={`Hand over ${name}`} onClick={() => ask("confirm")}>
              Hand over
            </Button>
          </Group>
        )}
      </Group>
      <EndDialog
        title={asking === "release" ? `Release ${name}?` : `Hand over ${name}?`}
        yes={asking === "release" ? "Release it" : "Hand over"}
        danger={asking === "release"}
        opened={asking !== undefined}
        close={() => {
          ask(undefined);
          focus();
        }}
        end={() => asking && end(asking)}
      >
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {lines.map((line) => (
            <Goods key={`${line.sku} ${line.location}`} sku={line.sku} quantity={line.quantity} />
          ))}
        </ul>
        <Text size="sm" c="dimmed">
          {asking === "release"
            ? "The customer loses the claim, and others can buy the goods at once. This cannot be taken back."
            : "The goods leave the store with the customer. A later return mends a mistake."}
        </Text>
      </EndDialog>
    </Paper>
  );
}

function TimeLeft({ until }: { until: number }) {
  const left = until - serverNow();
  if (left <= 0)
    return (
      <Badge tt="none" color={STATE_COLORS.refused}>
        Ran out
      </Badge>
    );
  const minutes = Math.ceil(left / 60_000);
  const words = minutes < 100 ? `${minutes} min left` : `${Math.round(minutes / 60)} h left`;
  return (
    <Badge
      tt="none"
      color={left < SOON_MILLIS ? STATE_COLORS.waiting : "gray"}
      variant={left < SOON_MILLIS ? "filled" : "default"}
    >
      {words}
    </Badge>
  );
}
