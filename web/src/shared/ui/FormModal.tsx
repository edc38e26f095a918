import { Alert, Button, Group, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { formError } from "./fieldErrors";
import { Window } from "./Window";

interface Props {
  title: string;
  opened: boolean;
  close(): void;
  submit(): void;
  deed: string;
  busy: boolean;
  error: Error | null;
  /** The names that its fields have in the request; they show their own errors. */
  fields: readonly string[];
  children: ReactNode;
}

/** A short form in a window; what the server has against it stands above the fields. */
export function FormModal(props: Props) {
  const { title, opened, close, submit, deed, busy, error, fields, children } = props;
  const said = formError(error, fields);
  function send(event: FormEvent) {
    event.preventDefault();
    submit();
  }
  return (
    <Window opened={opened} onClose={close} title={title}>
      <form onSubmit={send}>
        <Stack>
          {said && (
            <Alert color="red" role="alert">
              {said}
            </Alert>
          )}
          {children}
          <Group justify="flex-end">
            <Button variant="default" size="md" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" size="md" loading={busy}>
              {deed}
            </Button>
          </Group>
        </Stack>
      </form>
    </Window>
  );
}
