import { Alert, Button, Code, CopyButton, Group, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy, IconEyeOff } from "@tabler/icons-react";
import { Window } from "@/shared/ui/Window";

/** Something that nobody, the server included, can show again. */
export interface Secret {
  title: string;
  /** What it is for and where to put it. */
  text: string;
  secret: string;
}

interface Props {
  shown: Secret | undefined;
  close(): void;
}

/** Only the button closes it: a slip beside the window would lose the secret. */
export function SecretOnce({ shown, close }: Props) {
  return (
    <Window
      opened={shown !== undefined}
      onClose={close}
      title={shown?.title}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      {shown && (
        <Stack>
          <Text size="sm">{shown.text}</Text>
          <Code block fz="md" aria-label="Secret" style={{ whiteSpace: "pre-wrap" }}>
            {shown.secret}
          </Code>
          <Alert color="orange" variant="light" icon={<IconEyeOff aria-hidden />}>
            It is shown this once. Copy it before you close.
          </Alert>
          <Group justify="flex-end">
            <CopyButton value={shown.secret} timeout={4_000}>
              {({ copied, copy }) => (
                <Button
                  variant="default"
                  size="md"
                  onClick={copy}
                  leftSection={
                    copied ? (
                      <IconCheck size={18} aria-hidden />
                    ) : (
                      <IconCopy size={18} aria-hidden />
                    )
                  }
                >
                  <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
                </Button>
              )}
            </CopyButton>
            <Button size="md" onClick={close}>
              I have kept it
            </Button>
          </Group>
        </Stack>
      )}
    </Window>
  );
}
