import { Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { STATE_COLORS, useCommand, useOutbox } from "@/shared/outbox";
import { useScan } from "@/shared/scan/ScanProvider";
import { useStore } from "../place/StoreProvider";
import { EndDialog } from "./EndDialog";
import { Goods, shortName } from "./Goods";
import type { Transfer } from "./useHandovers";

const RECEIVE = {
  path: "/v1/transfers/{id}/receive",
  describe: () => "Receive a transfer",
} as const;
const CANCEL = { path: "/v1/transfers/{id}/cancel", describe: () => "Cancel a transfer" } as const;

const TIME = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

interface Sent {
  transfer: Transfer;
  how: "receive" | "cancel";
}

/** Goods on the road, and how their way ends. */
export function TransferCard({ transfer, how }: Sent) {
  const { store, nameOf } = useStore();
  const { entries } = useOutbox();
  const { focus } = useScan();
  const receive = useCommand(RECEIVE);
  const cancel = useCommand(CANCEL);
  const [asking, setAsking] = useState(false);
  const { id, lines, sentAt, to } = transfer;
  const name = shortName(id);
  const from = [...new Set(lines.map((line) => line.location))].map(nameOf).join(", ");
  const given = entries.find((each) => each.notes.transfer === id && each.state !== "refused");
  const verb = how === "receive" ? "Receive" : "Cancel";

  function end() {
    const send = how === "receive" ? receive : cancel;
    const notes = { location: store.code, transfer: id };
    void send({}, { id, notes, text: `${verb} transfer ${name}` });
    focus();
  }
  const goods = (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {lines.map((line) => (
        <Goods key={line.sku} sku={line.sku} quantity={line.quantity} />
      ))}
    </ul>
  );
  return (
    <Paper withBorder p="md" component="li" aria-label={`Transfer ${name}`}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={6} flex="1 1 260px">
          <Text fw={600}>{how === "receive" ? `From ${from}` : `To ${nameOf(to)}`}</Text>
          {goods}
          <Text size="sm" c="dimmed">
            {name}, sent {TIME.format(new Date(sentAt))}
          </Text>
        </Stack>
        {given ? (
          <Badge
            size="lg"
            color={given.state === "waiting" ? STATE_COLORS.waiting : STATE_COLORS.done}
          >
            {given.state === "waiting" ? "Waiting to be sent" : "Done"}
          </Badge>
        ) : (
          <Button
            size="md"
            variant={how === "receive" ? "filled" : "default"}
            aria-label={`${verb} transfer ${name}`}
            onClick={() => setAsking(true)}
          >
            {verb}
          </Button>
        )}
      </Group>
      <EndDialog
        title={how === "receive" ? "Has all of this arrived?" : "Cancel this transfer?"}
        yes={how === "receive" ? "Receive all" : "Cancel transfer"}
        danger={how === "cancel"}
        opened={asking}
        close={() => {
          setAsking(false);
          focus();
        }}
        end={end}
      >
        {goods}
        <Text size="sm" c="dimmed">
          {how === "receive"
            ? `It is on hand at ${store.name} at once. If something is missing, receive it and adjust the item.`
            : `The goods turn round and are on hand at ${from} again.`}
        </Text>
      </EndDialog>
    </Paper>
  );
}
