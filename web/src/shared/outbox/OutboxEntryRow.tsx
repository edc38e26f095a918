import { Badge, Button, Group, Loader, Paper, Stack, Text } from "@mantine/core";
import { STATE_COLORS } from "./colors";
import type { OutboxEntry } from "./entry";

const TIME = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

interface Row {
  entry: OutboxEntry;
  sending: boolean;
  again(): void;
  dismiss(): void;
}

/** One command: what it was, how it went, and what one can do now. */
export function OutboxEntryRow({ entry, sending, again, dismiss }: Row) {
  return (
    <Paper withBorder p="sm" component="li">
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600}>{entry.text}</Text>
          <StateOf entry={entry} sending={sending} />
        </Group>
        <Text size="sm" c="dimmed">
          Given at {TIME.format(entry.madeAt)}
          {entry.state === "waiting" && entry.tries > 0 && `, tried ${times(entry.tries)}`}
        </Text>
        {entry.trouble && <Text size="sm">{entry.trouble}</Text>}
        {entry.refusal && (
          <Text size="sm">
            {entry.refusal.title}. {entry.refusal.detail}
          </Text>
        )}
        {entry.state !== "waiting" && (
          <Group gap="xs">
            {entry.refusal?.again && (
              <Button h={44} onClick={again}>
                Send again
              </Button>
            )}
            <Button
              h={44}
              variant="default"
              onClick={dismiss}
              aria-label={`Put away: ${entry.text}`}
            >
              Put away
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function StateOf({ entry, sending }: { entry: OutboxEntry; sending: boolean }) {
  if (sending) return <Loader size="xs" aria-label="Being sent" />;
  if (entry.state === "waiting")
    return (
      <Badge tt="none" flex="none" color={STATE_COLORS.waiting}>
        Waiting
      </Badge>
    );
  if (entry.state === "refused")
    return (
      <Badge tt="none" flex="none" color={STATE_COLORS.refused}>
        Refused
      </Badge>
    );
  return (
    <Badge tt="none" flex="none" color={STATE_COLORS.done}>
      Done
    </Badge>
  );
}

function times(tries: number): string {
  return tries === 1 ? "once" : `${tries} times`;
}
