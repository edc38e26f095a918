import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

interface Ending {
  title: string;
  yes: string;
  danger?: boolean;
  opened: boolean;
  close(): void;
  end(): void;
  children: ReactNode;
}

/** Says once more what will happen; Enter does it. */
export function EndDialog({ title, yes, danger = false, opened, close, end, children }: Ending) {
  return (
    <Modal
      opened={opened}
      onClose={close}
      centered
      title={<Text fw={700}>{title}</Text>}
      closeButtonProps={{ "aria-label": "Close", size: "lg" }}
      transitionProps={{ duration: 0 }}
    >
      <Stack>
        {children}
        <Group justify="flex-end">
          <Button variant="default" size="lg" onClick={close}>
            Not now
          </Button>
          <Button
            size="lg"
            data-autofocus
            {...(danger ? { color: "red.9" } : {})}
            onClick={() => {
              end();
              close();
            }}
          >
            {yes}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
