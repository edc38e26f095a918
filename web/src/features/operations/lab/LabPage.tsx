import {
  Code,
  Group,
  List,
  NativeSelect,
  SegmentedControl,
  Skeleton,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { IconFlask } from "@tabler/icons-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { PageHead } from "@/shared/ui/PageHead";
import { Empty, Problem } from "@/shared/ui/States";
import { dayAndTime } from "@/shared/ui/time";
import { countText } from "./figures";
import css from "./lab.module.css";
import { Legend, StageBars } from "./StageBars";
import { QuestionTable, StageTable } from "./StageTable";
import { reportsOf, scaleOfRun } from "./scale";
import { useLabRuns } from "./useLabRuns";
import type { LabRun } from "./wire";

/** What makes reporting scale, as measured here. */
export default function LabPage() {
  const { data: runs, error, refetch } = useLabRuns();
  const [parameters, setParameters] = useSearchParams();
  const run = runs?.find(({ id }) => id === parameters.get("run")) ?? runs?.[0];
  return (
    <>
      <PageHead
        title="Laboratory"
        text="The same reports through every stage of storing their facts, measured on a machine of yours."
      />
      {error && <Problem error={error} again={() => void refetch()} stale={runs !== undefined} />}
      {!runs && !error && <Skeleton height={480} radius="md" role="status" aria-label="Loading" />}
      {runs && !run && <NoRuns />}
      {runs && run && (
        <Stack>
          {runs.length > 1 && (
            <NativeSelect
              label="Run"
              size="md"
              maw={520}
              value={run.id}
              data={runs.map((each) => ({ value: each.id, label: nameOf(each) }))}
              onChange={(event) =>
                setParameters({ run: event.currentTarget.value }, { replace: true })
              }
            />
          )}
          <Run run={run} />
        </Stack>
      )}
    </>
  );
}

function nameOf({ startedAt, engine, rows }: LabRun): string {
  return `${dayAndTime(startedAt)}: ${engine}, ${countText(rows)} rows`;
}

function Run({ run }: { run: LabRun }) {
  const [view, setView] = useState("charts");
  const reports = reportsOf(run);
  const scale = scaleOfRun(run);
  return (
    <Stack>
      <Text size="sm">
        {run.server}: {countText(run.orders)} orders, {countText(run.rows)} rows, seed {run.seed}.{" "}
        {run.machine}. Measured from {dayAndTime(run.startedAt)} to {dayAndTime(run.finishedAt)}.
      </Text>
      <NotVerified run={run} />
      <StageTable run={run} />
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4">
          Time to answer
        </Title>
        <SegmentedControl
          size="md"
          aria-label="How to show the figures"
          value={view}
          onChange={setView}
          data={[
            { value: "charts", label: "Charts" },
            { value: "table", label: "Table" },
          ]}
        />
      </Group>
      {view === "table" ? (
        <QuestionTable run={run} reports={reports} />
      ) : (
        <>
          <Legend />
          <Text size="sm" c="dimmed">
            Each mark of the axis is ten times the one before, so a bar that is a mark shorter is
            ten times as quick.
          </Text>
          <div className={css.charts}>
            {reports.map((report) => (
              <StageBars key={report} report={report} stages={run.stages} scale={scale} />
            ))}
          </div>
        </>
      )}
    </Stack>
  );
}

function NotVerified({ run: { notVerified } }: { run: LabRun }) {
  if (notVerified.length === 0) return null;
  return (
    <section aria-label="Not verified">
      <Title order={2} size="h4">
        Not verified
      </Title>
      <List size="sm">
        {notVerified.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </section>
  );
}

function NoRuns() {
  return (
    <Empty
      icon={<IconFlask size={40} aria-hidden />}
      title="Nothing has been measured here yet"
      text="The laboratory loads orders, asks the eight reports of every stage, and leaves its figures beside this server's. On the machine of the server, run:"
      action={<Code>./holdfast lab --engine postgres --rows 1000000</Code>}
    />
  );
}
