import { Alert, Button, Group, Text } from "@mantine/core";
import { IconClockPause, IconExclamationCircle } from "@tabler/icons-react";
import { type OutboxEntry, useOutbox } from "@/shared/outbox";
import { useFloor } from "./FloorProvider";

/** What was done on this floor and is not sent yet, or was refused. */
export function Troubles() {
  const { floor } = useFloor();
  const outbox = useOutbox();
  const here = (entry: OutboxEntry) => entry.notes.floor === floor.code;
  const refused = outbox.refused.filter(here);
  const waiting = outbox.waiting.filter((entry) => here(entry) && entry.tries > 0);
  return (
    <div aria-live="polite">
      {waiting.length > 0 && (
        <Alert color="orange" icon={<IconClockPause aria-hidden />} mb="xs">
          <Text size="sm">
            {waiting.length === 1 ? `“${waiting[0]?.text}” waits` : `${waiting.length} things wait`}{" "}
            to be sent. Go on: it is kept on this device. {waiting[0]?.trouble}
          </Text>
        </Alert>
      )}
      {refused.map((entry) => (
        <Alert
          key={entry.id}
          color="red"
          icon={<IconExclamationCircle aria-hidden />}
          title={`Not done: ${entry.text}`}
          mb="xs"
        >
          <Group justify="space-between" gap="sm">
            <Text size="sm" flex="1 1 200px">
              {entry.refusal?.detail}
            </Text>
            {entry.refusal?.again && (
              <Button h={44} onClick={() => void outbox.again(entry.id)}>
                Send again
              </Button>
            )}
            <Button
              h={44}
              variant="default"
              aria-label={`Put away: ${entry.text}`}
              onClick={() => outbox.dismiss(entry.id)}
            >
              OK
            </Button>
          </Group>
        </Alert>
      ))}
    </div>
  );
}
