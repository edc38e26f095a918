import { Alert, Button, Group, Skeleton, Text } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { Freshness } from "@/shared/stock";
import { FullPageProblem } from "@/shared/ui/FullPage";

interface State {
  error: Error | null;
  loading: boolean;
  /** When the list was last told, in milliseconds; 0 for never. */
  asOf: number;
  again(): void;
}

/** How current a list is, and what to do where it is not. */
export function ListState({ error, loading, asOf, again }: State) {
  if (loading && error) return <FullPageProblem error={error} again={again} />;
  if (loading) return [1, 2, 3].map((row) => <Skeleton key={row} height={110} />);
  if (!error) return <Freshness asOf={new Date(asOf).toISOString()} stale={false} />;
  return (
    <Alert color="orange" icon={<IconPlugConnectedX aria-hidden />} role="status">
      <Group justify="space-between">
        <div>
          <Text size="sm">{error.message} What you do is kept and sent later.</Text>
          <Freshness asOf={new Date(asOf).toISOString()} stale />
        </div>
        <Button variant="default" h={44} onClick={again}>
          Try again
        </Button>
      </Group>
    </Alert>
  );
}
