import { Box, Button, Group, Text, Title } from "@mantine/core";
import type { Question } from "@/shared/ui/Confirm";
import { Listed } from "@/shared/ui/States";
import { ParkedTable } from "./ParkedTable";
import type { Webhook } from "./types";
import { type Replaying, useParked } from "./useParked";

interface Props {
  webhook: Webhook;
  replaying: Replaying;
  ask(question: Question): void;
}

/** What is parked at one webhook. */
export function ParkedPositions({ webhook, replaying, ask }: Props) {
  const { data, error, refetch } = useParked(webhook);
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
        <Button
          size="md"
          loading={replaying.isPending}
          onClick={() => replaying.mutate({ id: webhook.id })}
        >
          Replay all
        </Button>
      </Group>
      <Listed
        rows={data?.items.map((position) => ({ ...position, webhook }))}
        error={error}
        again={() => void refetch()}
        empty={null}
      >
        {(rows) => (
          <ParkedTable
            caption={`Parked positions of ${webhook.url}`}
            rows={rows}
            replaying={replaying}
            ask={ask}
          />
        )}
      </Listed>
      {data?.next && (
        <Text size="sm" c="dimmed" mt="xs">
          These are the first {data.items.length}; the next follow when they are dealt with.
        </Text>
      )}
    </Box>
  );
}
