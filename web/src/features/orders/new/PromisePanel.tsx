import { Alert, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { IconClockPause, IconTruckDelivery } from "@tabler/icons-react";
import { fromNow } from "../days";
import css from "../orders.module.css";
import { Failed } from "../plan/Failed";
import { useNames } from "../plan/useNames";
import type { OrderBody } from "../types";
import { useNow } from "../useNow";
import { Answer } from "./Answer";
import { type Draft, missingIn } from "./draft";
import type { Placing } from "./usePlace";
import { type Asking, HOLD_SECONDS } from "./usePromise";

interface Props {
  draft: Draft;
  body: OrderBody;
  asking: Asking;
  placing: Placing;
}

/** What the order would become, and the buttons that make it one. */
export function PromisePanel({ draft, body, asking, placing }: Props) {
  const names = useNames(draft.lines);
  const missing = missingIn(draft);
  const { told } = asking;
  const current = told !== undefined && asking.isAbout(body);
  const ready = current && told.promised.possible;
  return (
    <Card withBorder padding="md" component="section" aria-label="The promise">
      <Stack gap="sm">
        <Title order={2} size="h4">
          The promise
        </Title>
        {!told && (
          <Text size="sm" c="dimmed">
            Check it to see when it arrives, from where, and what it costs. Nothing is ordered by
            that.
          </Text>
        )}
        <div
          role="status"
          aria-label="Answer"
          className={css.settling}
          data-settling={told && !current}
        >
          {told && (
            <Answer promised={told.promised} wanted={draft.promised || undefined} names={names} />
          )}
        </div>
        {told && !current && (
          <Text size="sm" fw={600}>
            The order was changed since: check it again.
          </Text>
        )}
        <Failed error={asking.asking.error} title="It was not checked" />
        <Failed error={placing.problem} title="It was not placed" />
        {missing && (
          <Text size="sm" c="dimmed" id="missing">
            {missing}
          </Text>
        )}
        <Held asking={asking} />
        <Group gap="xs" className={css.deeds}>
          <Button
            size="md"
            variant={ready ? "default" : "filled"}
            disabled={missing !== undefined}
            loading={asking.asking.isPending}
            leftSection={<IconTruckDelivery size={18} aria-hidden />}
            onClick={() => asking.check(body)}
          >
            {told ? "Check again" : "Check the promise"}
          </Button>
          {ready && !asking.hold && (
            <Button
              size="md"
              variant="default"
              disabled={asking.asking.isPending}
              leftSection={<IconClockPause size={18} aria-hidden />}
              onClick={() => asking.keepStock(body)}
            >
              Hold the stock {HOLD_SECONDS / 60} min
            </Button>
          )}
          <Button
            size="md"
            variant={ready ? "filled" : "default"}
            disabled={missing !== undefined || placing.unsettled !== undefined}
            loading={placing.sending}
            onClick={() => placing.place(body)}
          >
            Place the order
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

/** That the stock is kept, and until when. */
function Held({ asking }: { asking: Asking }) {
  const now = useNow();
  const { hold } = asking;
  if (!hold) return null;
  const over = Date.parse(hold.until) <= now;
  return (
    <Alert color={over ? "orange" : "tide"} role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm" flex="1 1 200px">
          {over
            ? "The time of the hold is over; its stock is free for everybody again."
            : `The stock is held for this order; the hold ends by itself ${fromNow(hold.until, now)}.`}
        </Text>
        <Button
          variant="default"
          size="md"
          loading={asking.givingUp}
          onClick={() => (over ? asking.forget() : asking.giveUp())}
        >
          {over ? "All right" : "Give it up"}
        </Button>
      </Group>
    </Alert>
  );
}
