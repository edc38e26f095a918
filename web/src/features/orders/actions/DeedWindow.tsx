import { Button, Group, type MantineSize, Stack } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { FormEvent, ReactNode } from "react";
import { Window } from "@/shared/ui/Window";
import { Failed } from "../plan/Failed";

interface Props {
  title: string;
  close(): void;
  submit(): void;
  /** What the button says, in the words of the deed. */
  deed: string;
  grave?: boolean;
  busy: boolean;
  disabled?: boolean;
  error: Error | null;
  size?: MantineSize;
  children: ReactNode;
}

/** Asks before something is done to an order, and says why where it was not. */
export function DeedWindow(props: Props) {
  const { title, close, submit, deed, grave = false, busy, error, children } = props;
  const phone = useMediaQuery("(max-width: 30em)");
  const large = props.size === "lg" || props.size === "xl";
  function send(event: FormEvent) {
    event.preventDefault();
    submit();
  }
  return (
    <Window
      opened
      onClose={close}
      title={title}
      size={props.size ?? "md"}
      fullScreen={large && phone === true}
    >
      <form onSubmit={send}>
        <Stack>
          {children}
          <Failed error={error} title="Nothing was changed" />
          <Group justify="flex-end">
            <Button variant="default" size="md" onClick={close}>
              Keep it as it is
            </Button>
            <Button
              type="submit"
              size="md"
              loading={busy}
              disabled={props.disabled ?? false}
              {...(grave ? { color: "red" } : {})}
            >
              {deed}
            </Button>
          </Group>
        </Stack>
      </form>
    </Window>
  );
}
