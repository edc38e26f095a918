import { Alert, Box, Button, Card, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** As high as the rows that will come, so that nothing jumps when they do. */
export function RowsSkeleton({ rows = 4 }: { rows?: number }) {
  return (
    <Stack gap="xs" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <Skeleton key={row} height={52} radius="md" />
      ))}
    </Stack>
  );
}

interface ProblemProps {
  error: Error;
  again(): void;
  /** Whether what is shown below is from before. */
  stale?: boolean;
}

export function Problem({ error, again, stale = false }: ProblemProps) {
  return (
    <Alert
      color={stale ? "orange" : "red"}
      role="alert"
      mb="md"
      icon={<IconPlugConnectedX aria-hidden />}
      title={stale ? "What you see is from before" : "This did not load"}
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex="1 1 220px">
          {error.message}
        </Text>
        <Button variant="default" size="md" onClick={again}>
          Try again
        </Button>
      </Group>
    </Alert>
  );
}

interface EmptyProps {
  icon: ReactNode;
  title: string;
  text: string;
  action?: ReactNode;
}

export function Empty({ icon, title, text, action }: EmptyProps) {
  return (
    <Card withBorder padding="xl">
      <Stack align="center" gap="xs" ta="center" py="lg">
        <Box c="dimmed">{icon}</Box>
        <Title order={2} size="h4">
          {title}
        </Title>
        <Text c="dimmed" maw={440}>
          {text}
        </Text>
        {action}
      </Stack>
    </Card>
  );
}

interface ListedProps<T> {
  rows: T[] | undefined;
  error: Error | null;
  again(): void;
  empty: ReactNode;
  children(rows: T[]): ReactNode;
}

/** A list in whichever state it is: loading, failed, empty, there, or there but from before. */
export function Listed<T>({ rows, error, again, empty, children }: ListedProps<T>) {
  return (
    <>
      {error && <Problem error={error} again={again} stale={rows !== undefined} />}
      {!rows && !error && <RowsSkeleton />}
      {rows?.length === 0 && empty}
      {rows && rows.length > 0 && children(rows)}
    </>
  );
}
