import { Alert, Box, Button, Group, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm, type Question } from "../parts/Confirm";
import { type Column, DataTable } from "../parts/DataTable";
import { Listed } from "../parts/States";
import { dayAndTime } from "../parts/time";
import type { Parked, Webhook } from "./types";
import { useParked } from "./useWebhooks";

function changes(count: number): string {
  return count === 1 ? "1 change" : `${count} changes`;
}

/** Positions whose deliveries were given up, with why, and the two ways to go on. */
export function ParkedPositions({ webhook }: { webhook: Webhook }) {
  const { data, error, refetch, replay, skip } = useParked(webhook);
  const [question, setQuestion] = useState<Question>();
  const replaying = useMutation({ mutationFn: replay });
  function askToSkip(position: Parked) {
    setQuestion({
      title: `Skip ${position.sku} at ${position.location}?`,
      text: `${changes(position.waiting)} will never be sent to this webhook. What happens there from now on will be. The stock itself stays as it is.`,
      deed: "Skip them",
      act: () => skip({ sku: position.sku, location: position.location }),
    });
  }
  const columns: Column<Parked>[] = [
    {
      label: "Position",
      heading: true,
      cell: ({ sku, location }) => `${sku} at ${location}`,
    },
    { label: "Why", cell: (position) => position.reason },
    { label: "Waiting", cell: (position) => changes(position.waiting) },
    {
      label: "Given up",
      cell: (position) => `${dayAndTime(position.parkedAt)}, after ${position.tries} tries`,
    },
    {
      label: "Actions",
      actions: true,
      cell: (position) => (
        <>
          <Button
            variant="light"
            size="md"
            aria-label={`Replay ${position.sku} at ${position.location}`}
            onClick={() => replaying.mutate({ sku: position.sku, location: position.location })}
          >
            Replay
          </Button>
          <Button
            variant="default"
            size="md"
            aria-label={`Skip ${position.sku} at ${position.location}`}
            onClick={() => askToSkip(position)}
          >
            Skip
          </Button>
        </>
      ),
    },
  ];
  return (
    <Box>
      <Group justify="space-between" mb="xs" gap="sm">
        <Box flex="1 1 260px">
          <Title order={3} size="h5">
            Parked: waiting for you
          </Title>
          <Text size="sm" c="dimmed">
            Mend the receiver, then replay. Nothing is lost; later changes wait behind.
          </Text>
        </Box>
        <Button size="md" loading={replaying.isPending} onClick={() => replaying.mutate(undefined)}>
          Replay all
        </Button>
      </Group>
      <div aria-live="polite">
        {replaying.error && <Alert color="red">{replaying.error.message}</Alert>}
        {replaying.data !== undefined && (
          <Alert mb="xs">
            {replaying.data === 1 ? "1 position is" : `${replaying.data} positions are`} delivered
            again. Those that fail once more come back here.
          </Alert>
        )}
      </div>
      <Listed rows={data?.items} error={error} again={() => void refetch()} empty={null}>
        {(rows) => (
          <DataTable
            caption={`Parked positions of ${webhook.url}`}
            columns={columns}
            rows={rows}
            keyOf={({ sku, location }) => `${sku} ${location}`}
          />
        )}
      </Listed>
      {data?.next && (
        <Text size="sm" c="dimmed" mt="xs">
          These are the first {data.items.length}; the next follow when they are dealt with.
        </Text>
      )}
      <Confirm question={question} close={() => setQuestion(undefined)} />
    </Box>
  );
}
