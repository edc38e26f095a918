import { Text } from "@mantine/core";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { Mark } from "@/shared/ui/Mark";
import { bytesText, countText, factorText, millisText, secondsText } from "./figures";
import type { LabRun, Question, Stage } from "./wire";

const NOTHING = "\u2013";

/** Not every engine tells. */
function orNothing(bytes: number | null): string {
  return bytes === null ? NOTHING : bytesText(bytes);
}

const STAGES: Column<Stage>[] = [
  {
    label: "Stage",
    heading: true,
    cell: (stage) => (
      <>
        {stage.number} {stage.name}
        <Text size="sm" fw={400} c="dimmed">
          {stage.note}
        </Text>
      </>
    ),
  },
  { label: "Against the stage before", cell: (stage) => <Against stage={stage} /> },
  { label: "To load", figures: true, cell: (stage) => secondsText(stage.loadSeconds) },
  {
    label: "To refresh",
    figures: true,
    cell: ({ refreshSeconds }) => (refreshSeconds === null ? NOTHING : secondsText(refreshSeconds)),
  },
  { label: "Disk", figures: true, cell: ({ diskBytes }) => orNothing(diskBytes) },
  { label: "Memory", figures: true, cell: ({ memoryBytes }) => orNothing(memoryBytes) },
];

function Against({ stage: { number, factor, worse } }: { stage: Stage }) {
  return (
    <>
      {number === 0 ? NOTHING : factorText(factor)}
      {worse.length > 0 && (
        <div>
          <Mark tone="bad">worse: {worse.join(", ")}</Mark>
        </div>
      )}
    </>
  );
}

/** What each stage costs, and what it gains. */
export function StageTable({ run }: { run: LabRun }) {
  return (
    <DataTable
      framed
      caption="Stages"
      columns={STAGES}
      rows={run.stages}
      keyOf={(stage) => stage.number}
    />
  );
}

interface Asked {
  stage: Stage;
  question: Question;
}

const QUESTIONS: Column<Asked>[] = [
  {
    label: "Report and stage",
    heading: true,
    cell: ({ stage, question }) => `${question.report}, ${stage.number} ${stage.name}`,
  },
  { label: "p50", figures: true, cell: ({ question }) => millisText(question.p50Ms) },
  { label: "p95", figures: true, cell: ({ question }) => millisText(question.p95Ms) },
  { label: "Database p50", figures: true, cell: ({ question }) => millisText(question.dbP50Ms) },
  {
    label: "Application p50",
    figures: true,
    cell: ({ question }) => millisText(question.appP50Ms),
  },
  {
    label: "Read",
    figures: true,
    cell: ({ question: { readBytes } }) => orNothing(readBytes),
  },
  { label: "Runs", figures: true, cell: ({ question }) => countText(question.runs) },
  {
    label: "",
    cell: ({ stage, question }) =>
      stage.worse.includes(question.report) && <Mark tone="bad">worse</Mark>,
  },
];

/** Every figure of the charts. */
export function QuestionTable({ run, reports }: { run: LabRun; reports: string[] }) {
  const rows = reports.flatMap((report) =>
    run.stages.flatMap((stage) =>
      stage.questions
        .filter((question) => question.report === report)
        .map((question) => ({ stage, question })),
    ),
  );
  return (
    <DataTable
      framed
      caption="Every measurement"
      columns={QUESTIONS}
      rows={rows}
      keyOf={({ stage, question }) => `${stage.number} ${question.report}`}
    />
  );
}
