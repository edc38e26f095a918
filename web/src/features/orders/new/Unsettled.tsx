import { Alert, Button, Group, Text } from "@mantine/core";
import { IconHelp } from "@tabler/icons-react";
import type { Placing } from "./usePlace";

/** Shown while nobody knows whether the last order was placed. */
export function Unsettled({ placing }: { placing: Placing }) {
  if (!placing.unsettled) return null;
  return (
    <Alert
      color="orange"
      role="alert"
      mb="md"
      icon={<IconHelp aria-hidden />}
      title="We do not know yet whether your last order was placed"
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex="1 1 240px">
          The answer to it did not arrive. Ask again: it is never placed twice.
        </Text>
        <Button variant="default" size="md" onClick={() => placing.askAgain()}>
          Ask again
        </Button>
      </Group>
    </Alert>
  );
}
