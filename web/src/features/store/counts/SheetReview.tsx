import { Alert, Button, Checkbox, Group, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCommand, useOutbox } from "@/shared/outbox";
import { useScan } from "@/shared/scan/ScanProvider";
import { DifferenceTable } from "./DifferenceTable";
import { batchesOf, differencesOf } from "./differences";
import { onHandOf } from "./reading";
import type { Sheet } from "./sheet";

const COUNT = {
  path: "/v1/counts",
  describe: ({ lines }: { lines: readonly unknown[] }) => `Count ${lines.length} items`,
} as const;
const LOOK_AGAIN_MILLIS = 5_000;
const NOTHING: ReadonlyMap<string, number> = new Map();

interface Review {
  sheet: Sheet;
  back(): void;
  posted(): void;
}

/** What posting would change, before it does. */
export function SheetReview({ sheet, back, posted }: Review) {
  const send = useCommand(COUNT);
  const { entries } = useOutbox();
  const { focus } = useScan();
  const [restIsNone, setRestIsNone] = useState(false);
  const { data, error } = useQuery({
    queryKey: ["on-hand", sheet.id],
    queryFn: () =>
      onHandOf(
        sheet.lines.map((line) => line.sku),
        sheet.location,
      ),
    refetchInterval: LOOK_AGAIN_MILLIS,
  });
  const differences = differencesOf(
    sheet,
    error ? NOTHING : (data ?? NOTHING),
    restIsNone,
    entries,
  );
  const left = sheet.lines.filter((line) => line.counted === undefined).length;
  const changed = differences.filter(({ difference }) => difference !== 0).length;

  function post() {
    batchesOf(differences).forEach((batch, at, all) => {
      const part = all.length > 1 ? `, part ${at + 1} of ${all.length}` : "";
      const lines = batch.map(({ line, posted: quantity }) => {
        return { sku: line.sku, location: sheet.location, quantity };
      });
      void send(
        { lines, reason: `Count sheet: ${sheet.label}` },
        {
          text: `Count ${lines.length} ${lines.length === 1 ? "item" : "items"}: ${sheet.label}${part}`,
          notes: { location: sheet.location, sheet: sheet.id },
        },
      );
    });
    posted();
    focus();
  }
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h3">
            Differences: {sheet.label}
          </Title>
          <Text c="dimmed" className="figures">
            {differences.length} counted, {changed} {changed === 1 ? "differs" : "differ"}
          </Text>
        </div>
        <Group gap="xs">
          <Button variant="default" size="md" onClick={back}>
            Count on
          </Button>
          <Button size="md" onClick={post} disabled={!data && !error}>
            Post {differences.length} {differences.length === 1 ? "count" : "counts"}
          </Button>
        </Group>
      </Group>
      {error && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} role="status">
          The server cannot tell what is on hand now. You can post all the same: the counts are kept
          and sent later. What other devices move until then is not carried over, so posting later
          is safer.
        </Alert>
      )}
      {left > 0 && (
        <Checkbox
          size="md"
          label={
            left === 1
              ? "The one item that was not counted is not there: post 0 for it"
              : `The ${left} items that were not counted are not there: post 0 for them`
          }
          checked={restIsNone}
          onChange={(event) => setRestIsNone(event.currentTarget.checked)}
        />
      )}
      <DifferenceTable differences={differences} />
    </Stack>
  );
}
