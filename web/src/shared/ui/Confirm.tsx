import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Window } from "./Window";

/** Something that cannot be undone, or that others will feel. */
export interface Question {
  title: string;
  /** What will happen. */
  text: string;
  /** What the button says, in the words of the deed. */
  deed: string;
  act(): Promise<unknown>;
}

interface Props {
  question: Question | undefined;
  close(): void;
}

export function Confirm({ question, close }: Props) {
  const acting = useMutation({
    mutationFn: async () => question?.act(),
    onSuccess: () => close(),
  });
  function leave() {
    acting.reset();
    close();
  }
  return (
    <Window opened={question !== undefined} onClose={leave} title={question?.title}>
      {question && (
        <Stack>
          <Text size="sm">{question.text}</Text>
          {acting.error && (
            <Alert color="red" role="alert">
              {acting.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" size="md" onClick={leave} data-autofocus>
              Keep it as it is
            </Button>
            <Button
              color="red"
              size="md"
              loading={acting.isPending}
              onClick={() => acting.mutate()}
            >
              {question.deed}
            </Button>
          </Group>
        </Stack>
      )}
    </Window>
  );
}
