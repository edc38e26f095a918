import { Alert, Box, Button, Card, Divider, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { Question } from "@/shared/ui/Confirm";
import { Mark } from "@/shared/ui/Mark";
import { dayAndTime } from "@/shared/ui/time";
import type { Secret } from "../parts/SecretOnce";
import { ParkedPositions } from "./ParkedPositions";
import { ReplayNotice } from "./ParkedTable";
import { eventName, type Webhook } from "./types";
import { useReplaying } from "./useParked";
import { useWebhookDeeds } from "./useWebhooks";

interface Props {
  webhook: Webhook;
  edit(): void;
  ask(question: Question): void;
  show(secret: Secret): void;
}

/** One receiver: how it fares, and what can be done about it. */
export function WebhookCard({ webhook, edit, ask, show }: Props) {
  const deeds = useWebhookDeeds(webhook);
  const testing = useMutation({ mutationFn: deeds.test });
  const setting = useMutation({ mutationFn: deeds.setState });
  const replaying = useReplaying();
  const active = webhook.state === "active";
  function rotate() {
    ask({
      title: "Make a new secret?",
      text: "Deliveries carry a signature of each secret for 24 hours. Change your server within that time; after it only the new one counts.",
      deed: "Make a new one",
      async act() {
        const { secret, previousValidUntil } = await deeds.rotate();
        show({
          title: "The new secret",
          text: `Give it to ${webhook.url} until ${dayAndTime(previousValidUntil)}.`,
          secret,
        });
      },
    });
  }
  function remove() {
    ask({
      title: "Delete this webhook?",
      text: `${webhook.url} hears of nothing any more, and what waits for it is dropped.`,
      deed: "Delete it",
      act: deeds.remove,
    });
  }
  const problem = testing.error ?? setting.error;
  return (
    <Card withBorder padding="md" component="article" aria-label={webhook.url}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h5" flex="1 1 240px">
            {webhook.url}
          </Title>
          <State webhook={webhook} />
        </Group>
        <div>
          <Facts webhook={webhook} />
          <div aria-live="polite">
            {problem && (
              <Alert color="red" mt="xs">
                {problem.message}
              </Alert>
            )}
            {testing.data && (
              <Alert mt="xs" {...(testing.data.taken ? {} : { color: "orange" })}>
                {testing.data.taken
                  ? "It took the test event."
                  : `It did not take the test event: ${testing.data.reason ?? `answered ${testing.data.status}`}`}
              </Alert>
            )}
            <ReplayNotice replaying={replaying} />
          </div>
        </div>
        <Group gap="xs">
          <Button
            variant="light"
            size="md"
            loading={testing.isPending}
            onClick={() => testing.mutate()}
          >
            Send a test
          </Button>
          <Button
            variant="default"
            size="md"
            loading={setting.isPending}
            onClick={() => setting.mutate(active ? "paused" : "active")}
          >
            {active ? "Pause" : "Go on"}
          </Button>
          <Button variant="default" size="md" onClick={edit}>
            Change
          </Button>
          <Button variant="default" size="md" onClick={rotate}>
            New secret
          </Button>
          <Button variant="subtle" color="red" size="md" onClick={remove}>
            Delete
          </Button>
        </Group>
        {webhook.parked > 0 && (
          <>
            <Divider />
            <ParkedPositions webhook={webhook} replaying={replaying} ask={ask} />
          </>
        )}
      </Stack>
    </Card>
  );
}

function State({ webhook }: { webhook: Webhook }) {
  return (
    <Group gap="md">
      {webhook.parked > 0 && <Mark tone="bad">{webhook.parked} parked</Mark>}
      {webhook.pending > 0 && <Mark tone="warning">{webhook.pending} on the way</Mark>}
      {webhook.state === "active" ? (
        <Mark tone="good">Active</Mark>
      ) : (
        <Mark tone="quiet">Paused</Mark>
      )}
    </Group>
  );
}

function Facts({ webhook }: { webhook: Webhook }) {
  const events = webhook.eventTypes.map(eventName).join(", ");
  return (
    <Box fz="sm">
      <Text size="sm">
        Hears of {events || "all events"}
        {webhook.seesBalances ? ", with balances." : ", without balances."}
      </Text>
      <Text size="sm" c="dimmed">
        {webhook.lastSuccessAt
          ? `Last delivered ${dayAndTime(webhook.lastSuccessAt)}.`
          : "Nothing delivered yet."}
        {webhook.state === "paused" && " What happens meanwhile is told when it goes on."}
      </Text>
      {webhook.lastFailureAt && (
        <Text size="sm" c="dimmed">
          Last failed {dayAndTime(webhook.lastFailureAt)}: {webhook.lastFailure}
        </Text>
      )}
    </Box>
  );
}
