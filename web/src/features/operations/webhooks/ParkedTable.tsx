import { Alert, Button } from "@mantine/core";
import type { Question } from "@/shared/ui/Confirm";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { dayAndTime } from "@/shared/ui/time";
import type { Parked, ParkedAnywhere } from "./types";
import type { Replaying } from "./useParked";
import { useSkip } from "./useParked";

function changes(count: number): string {
  return count === 1 ? "1 change" : `${count} changes`;
}

interface Props {
  caption: string;
  rows: ParkedAnywhere[];
  /** Says of each row at which webhook it is parked. */
  showWebhook?: boolean;
  replaying: Replaying;
  ask(question: Question): void;
}

/** Positions whose deliveries were given up, with why, and the two ways to go on with each. */
export function ParkedTable({ caption, rows, showWebhook = false, replaying, ask }: Props) {
  const skip = useSkip();
  function askToSkip({ webhook, sku, location, waiting }: ParkedAnywhere) {
    ask({
      title: `Skip ${sku} at ${location}?`,
      text: `${changes(waiting)} will never be sent to ${webhook.url}. What happens there from now on will be. The stock itself stays as it is.`,
      deed: "Skip them",
      act: () => skip(webhook.id, { sku, location }),
    });
  }
  const columns: Column<ParkedAnywhere>[] = [
    { label: "Position", heading: true, cell: nameOf },
    ...(showWebhook ? [WEBHOOK] : []),
    { label: "Why", cell: ({ reason }) => reason },
    { label: "Waiting", cell: ({ waiting }) => changes(waiting) },
    {
      label: "Given up",
      cell: ({ parkedAt, tries }) => `${dayAndTime(parkedAt)}, after ${tries} tries`,
    },
    {
      label: "Actions",
      actions: true,
      cell: (row) => (
        <>
          <Button
            variant="light"
            size="md"
            aria-label={`Replay ${nameOf(row)}`}
            onClick={() =>
              replaying.mutate({
                id: row.webhook.id,
                position: { sku: row.sku, location: row.location },
              })
            }
          >
            Replay
          </Button>
          <Button
            variant="default"
            size="md"
            aria-label={`Skip ${nameOf(row)}`}
            onClick={() => askToSkip(row)}
          >
            Skip
          </Button>
        </>
      ),
    },
  ];
  return (
    <DataTable
      framed={showWebhook}
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={({ webhook, sku, location }) => `${webhook.id} ${sku} ${location}`}
    />
  );
}

function nameOf({ sku, location }: Parked): string {
  return `${sku} at ${location}`;
}

const WEBHOOK: Column<ParkedAnywhere> = { label: "Webhook", cell: ({ webhook }) => webhook.url };

/** What became of the last replay. It stays when what was replayed has gone from the list. */
export function ReplayNotice({ replaying: { error, data } }: { replaying: Replaying }) {
  if (error) return <Alert color="red">{error.message}</Alert>;
  if (data === undefined) return null;
  return (
    <Alert>
      {data === 1 ? "1 position is" : `${data} positions are`} delivered again. Those that fail once
      more come back to the parked ones.
    </Alert>
  );
}
