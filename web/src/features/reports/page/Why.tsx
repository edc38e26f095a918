import { ActionIcon, Popover, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import type { Column } from "../wire";

const WIDTH = 260;

/** How a figure is computed: by press, so by finger and by keyboard too. */
export function Why({ column }: { column: Column }) {
  if (!column.why) return null;
  return (
    <Popover width={WIDTH} position="bottom" withArrow shadow="md" withRoles={false}>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          radius="xl"
          aria-label={`How ${column.title} is computed`}
        >
          <IconInfoCircle size={15} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="note">
        <Text size="sm" fw={400} style={{ whiteSpace: "normal" }} ta="start">
          {column.why}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
