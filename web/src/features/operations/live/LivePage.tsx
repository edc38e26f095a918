import { Group, SegmentedControl, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { useState } from "react";
import { Freshness, serverNow } from "@/shared/stock";
import { PageHead } from "@/shared/ui/PageHead";
import { Problem } from "@/shared/ui/States";
import { lengthOf } from "@/shared/ui/time";
import { figure } from "./figures";
import { Headline } from "./Headline";
import { HotPositions } from "./HotPositions";
import { PANELS } from "./panels";
import { SampleTable } from "./SampleTable";
import { TimeChart } from "./TimeChart";
import type { OperationsReport } from "./types";
import { useOperations } from "./useOperations";
import { verdictOf } from "./verdict";

const TITLE = { title: "Live", text: "What this node does now, and whether all is well." };

function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useInterval(() => setNow(serverNow()), 1_000, { autoInvoke: true });
  return now;
}

export default function LivePage() {
  const { report, error, again, live } = useOperations();
  return (
    <>
      <PageHead {...TITLE} />
      {!report && error && <Problem error={error} again={again} />}
      {!report && !error && <Waiting />}
      {report && <Report report={report} live={live} />}
    </>
  );
}

function Report({ report, live }: { report: OperationsReport; live: boolean }) {
  const now = useNow();
  const [view, setView] = useState("charts");
  const clients = new Set(report.hot.map((position) => position.client));
  const age = now - Date.parse(report.now.at);
  const { node } = report;
  return (
    <Stack>
      <Headline verdict={verdictOf(report.now, age)} />
      <Group justify="space-between" gap="xs">
        <Freshness asOf={report.now.at} stale={!live && age > 16_000} live={live} />
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
        <SampleTable history={report.history} />
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {PANELS.map((panel) => (
            <TimeChart key={panel.title} panel={panel} history={report.history} />
          ))}
        </SimpleGrid>
      )}
      <HotPositions hot={report.hot} showClient={clients.size > 1} />
      <Text size="sm" c="dimmed" className="figures">
        Holdfast {node.version} as {node.roles.join(", ")}, up for{" "}
        {lengthOf(now - Date.parse(node.startedAt))}. {figure(report.now.streamsOpen)} live
        connections of shoppers and tills.
      </Text>
    </Stack>
  );
}

/** Where everything will stand. */
function Waiting() {
  return (
    <Stack role="status" aria-label="Loading">
      <Skeleton height={92} radius="md" />
      <Skeleton height={36} radius="md" maw={240} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {PANELS.map((panel) => (
          <Skeleton key={panel.title} height={280} radius="md" />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
