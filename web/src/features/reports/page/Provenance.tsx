import { Alert, Group, Text } from "@mantine/core";
import { IconClockExclamation } from "@tabler/icons-react";
import { Freshness } from "@/shared/stock";
import type { Told } from "../ask/api";
import { durationText } from "../values/values";
import type { Report } from "../wire";

const TENTHS = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

function millis(value: number): string {
  return `${(value < 10 ? TENTHS : WHOLE).format(value)} ms`;
}

/** "Answered in 34 ms; the server took 12 ms, 9 ms in 3 calls of the database." */
export function timingText({ report, wholeMillis, serverMillis }: Told): string {
  const { appMs, dbMs, calls } = report.timing;
  const server = millis(serverMillis ?? appMs + dbMs);
  const database =
    calls === 0
      ? "no database call"
      : `${millis(dbMs)} in ${calls} call${calls === 1 ? "" : "s"} of the database`;
  return `Answered in ${millis(wholeMillis)}; the server took ${server}, ${database}.`;
}

/** How long the figures took to get here, and how old they are. */
export function Provenance({ told }: { told: Told }) {
  const { report } = told;
  return (
    <Group justify="space-between" gap="2px 16px" mt="sm">
      <Text size="xs" c="dimmed" className="figures">
        {timingText(told)}
      </Text>
      <Freshness asOf={isCounting(report) ? report.asOf : undefined} stale={!report.fresh} />
    </Group>
  );
}

/** Whether anything was ever counted: before that, figures are as of the beginning of time. */
function isCounting(report: Report): boolean {
  return Date.parse(report.asOf) > 0;
}

/** What is not counted yet, where that is more than a moment's. */
export function NotFresh({ report }: { report: Report }) {
  if (report.fresh) return null;
  if (!isCounting(report)) {
    return (
      <Alert
        color="blue"
        role="status"
        mb="md"
        icon={<IconClockExclamation aria-hidden />}
        title="Nothing is counted yet"
      >
        Counting has just begun. The first figures come within seconds.
      </Alert>
    );
  }
  return (
    <Alert
      color="orange"
      role="status"
      mb="md"
      icon={<IconClockExclamation aria-hidden />}
      title={`These figures are ${durationText(report.ageSeconds)} behind`}
    >
      What happened since then is not in them yet. They catch up by themselves. If they do not, an
      operator finds the job that counts, and how far it is, under “reports” in the handbook.
    </Alert>
  );
}
