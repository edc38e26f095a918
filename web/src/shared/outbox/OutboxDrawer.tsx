import { Button, Drawer, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { OutboxEntry } from "./entry";
import { OutboxEntryRow } from "./OutboxEntryRow";
import { useOutbox } from "./useOutbox";

/** Results that are worth showing here; features show their own for longer. */
const DONE_SHOWN = 20;

/** Everything that waits to be sent, was refused, or has just been done. */
export function OutboxDrawer({ opened, close }: { opened: boolean; close(): void }) {
  const outbox = useOutbox();
  const done = outbox.entries
    .filter((entry) => entry.state === "done" && !entry.seen)
    .slice(-DONE_SHOWN)
    .reverse();
  const row = (entry: OutboxEntry) => (
    <OutboxEntryRow
      key={entry.id}
      entry={entry}
      sending={entry.id === outbox.sending}
      again={() => void outbox.again(entry.id)}
      dismiss={() => outbox.dismiss(entry.id)}
    />
  );
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      title={<Text fw={700}>Sent and waiting</Text>}
      closeButtonProps={{ "aria-label": "Close", size: "lg" }}
    >
      <Stack gap="lg">
        {outbox.waiting.length > 0 && (
          <Part
            title="Waiting to be sent"
            text="They are kept on this device, also when you close the page, and are done once."
            action={
              <Button
                h={44}
                onClick={() => void outbox.sendNow()}
                loading={outbox.sending !== undefined}
              >
                Try now
              </Button>
            }
          >
            {outbox.waiting.map(row)}
          </Part>
        )}
        {outbox.refused.length > 0 && (
          <Part title="Refused" text="Nothing was changed by these.">
            {outbox.refused.toReversed().map(row)}
          </Part>
        )}
        {done.length > 0 && <Part title="Done">{done.map(row)}</Part>}
        {outbox.waiting.length + outbox.refused.length + done.length === 0 && (
          <Text c="dimmed">
            Everything you did has been sent. When the server cannot be reached, what you do waits
            here.
          </Text>
        )}
      </Stack>
    </Drawer>
  );
}

interface PartOf {
  title: string;
  text?: string;
  action?: ReactNode;
  children: ReactNode;
}

function Part({ title, text, action, children }: PartOf) {
  return (
    <Stack gap="xs" component="section">
      <Title order={3} size="h5">
        {title}
      </Title>
      {text && (
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      )}
      {action}
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {children}
      </Stack>
    </Stack>
  );
}
