import { Card, Group, Stack, Text, Title } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconPlugConnectedX,
} from "@tabler/icons-react";
import css from "./live.module.css";
import type { Mood, Verdict } from "./verdict";

const ICONS: Record<Mood, typeof IconCircleCheck> = {
  well: IconCircleCheck,
  strained: IconAlertTriangle,
  ill: IconCircleX,
  silent: IconPlugConnectedX,
};

/** Whether all is well, in words. Its title is read out when it changes, the figures are not. */
export function Headline({ verdict }: { verdict: Verdict }) {
  const Icon = ICONS[verdict.mood];
  return (
    <Card withBorder padding="md" className={css.headline} data-mood={verdict.mood}>
      <Group wrap="nowrap" align="flex-start" gap="md">
        <Icon size={34} className={css.mood} aria-hidden />
        <Stack gap={4}>
          <Title order={2} size="h3" aria-live="polite">
            {verdict.title}
          </Title>
          <Text className="figures">{verdict.text}</Text>
          {verdict.findings.map((finding) => (
            <Text key={finding.what} size="sm">
              <strong>{finding.what}</strong> {finding.meaning}
            </Text>
          ))}
        </Stack>
      </Group>
    </Card>
  );
}
