import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import type { Action } from "./kinds";

interface Why {
  action: Action;
  value: string;
  onChange(reason: string): void;
}

const MAX_LENGTH = 200;

/** The usual reasons at a touch, and room for any other. */
export function Reason({ action, value, onChange }: Why) {
  return (
    <Stack gap="xs" role="group" aria-label="Why">
      <Text size="sm" fw={500}>
        Why{action.reasonRequired ? "" : " (may be left out)"}
      </Text>
      <Group gap="xs">
        {action.reasons.map((reason) => (
          <Button
            key={reason}
            size="md"
            variant={value === reason ? "filled" : "default"}
            aria-pressed={value === reason}
            onClick={() => onChange(value === reason ? "" : reason)}
          >
            {reason}
          </Button>
        ))}
      </Group>
      <TextInput
        aria-label="Another reason"
        placeholder="Another reason"
        size="md"
        maxLength={MAX_LENGTH}
        value={action.reasons.includes(value) ? "" : value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Stack>
  );
}
