import { Card, Text, Title } from "@mantine/core";
import { dayAndTime } from "@/shared/ui/time";
import css from "../orders.module.css";
import type { Step } from "../types";
import { sentence, stateSaid } from "../words";

/** What happened to it, the newest first. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  const newestFirst = steps.map((step, place) => ({ step, place })).reverse();
  return (
    <Card withBorder padding="md" component="section" aria-label="What happened">
      <Title order={2} size="h4" mb="xs">
        What happened
      </Title>
      <ol className={css.steps} reversed>
        {newestFirst.map(({ step, place }) => (
          <li key={place}>
            <Text size="sm" fw={600}>
              {stateSaid(step.state).label}
            </Text>
            <Text size="sm" c="dimmed">
              {dayAndTime(step.at)}
            </Text>
            {step.reason && <Text size="sm">{sentence(step.reason)}</Text>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
