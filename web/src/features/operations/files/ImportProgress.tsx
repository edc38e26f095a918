import { Alert, Button, Card, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { Rejects } from "./Rejects";
import type { Outcome, Upload } from "./upload";

const COUNT = new Intl.NumberFormat("en");

export function Sending({ upload, share, stop }: { upload: Upload; share: number; stop(): void }) {
  const percent = Math.floor(share * 100);
  const arrived = share >= 1;
  return (
    <Card withBorder padding="md">
      <Stack>
        <Title order={2} size="h4" aria-live="polite">
          {arrived ? "The server is checking and storing it" : `Sending ${upload.file.name}`}
        </Title>
        <Progress
          value={percent}
          size="lg"
          animated={arrived}
          striped={arrived}
          aria-label="Sent"
        />
        <Group justify="space-between">
          <Text size="sm" c="dimmed" className="figures">
            {arrived ? "All of it has arrived. Large files take a minute or two." : `${percent} %`}
          </Text>
          {!arrived && (
            <Button variant="default" size="md" onClick={stop}>
              Stop
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

interface EndedProps {
  upload: Upload;
  outcome: Outcome;
  another(): void;
  skipBad(): void;
}

/** What was taken and what was not. */
export function Ended({ upload, outcome, another, skipBad }: EndedProps) {
  const bad = COUNT.format(outcome.rejected);
  const orders = upload.kind === "orders";
  const [what, left] = orders ? ["orders", "orders"] : ["rows", "bad rows"];
  return (
    <Card withBorder padding="md">
      <Stack>
        <Alert
          {...(outcome.refused ? { color: "red" } : {})}
          role="status"
          title={titleOf(outcome)}
        >
          {outcome.refused
            ? `Nothing of ${upload.file.name} was applied. Mend the rows below and send it again${orders ? "" : ", or leave them out"}.`
            : `${COUNT.format(outcome.applied)} of ${COUNT.format(outcome.rows)} ${what} of ${upload.file.name} are in${
                outcome.seconds === undefined ? "" : `, after ${outcome.seconds.toFixed(1)} s`
              }. ${outcome.rejected > 0 ? `${bad} ${left} were left out. ` : ""}${
                outcome.already > 0 ? `${COUNT.format(outcome.already)} were there before.` : ""
              }`}
        </Alert>
        <Group>
          <Button size="md" onClick={another}>
            {outcome.refused ? "Send the mended file" : "Import another file"}
          </Button>
          {outcome.refused && !orders && outcome.rows > outcome.rejected && (
            <Button size="md" variant="default" onClick={skipBad}>
              Import without them
            </Button>
          )}
        </Group>
        {outcome.rejects.length > 0 && <Rejects file={upload.file.name} outcome={outcome} />}
      </Stack>
    </Card>
  );
}

function titleOf({ refused, rejected }: Outcome): string {
  if (!refused) return "Imported";
  return rejected === 1 ? "One row is bad" : `${COUNT.format(rejected)} rows are bad`;
}

interface FailedProps {
  error: Error;
  again(): void;
  another(): void;
}

/** The same command can be sent again whatever happened: it is done once. */
export function Failed({ error, again, another }: FailedProps) {
  return (
    <Card withBorder padding="md">
      <Stack>
        <Alert
          color="red"
          role="alert"
          icon={<IconPlugConnectedX aria-hidden />}
          title="It is not known to have been imported"
        >
          {error.message} Trying again is safe: the file is applied once.
        </Alert>
        <Group>
          <Button size="md" onClick={again}>
            Try again
          </Button>
          <Button size="md" variant="default" onClick={another}>
            Choose another file
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
