import { Card, Group, Skeleton, Text, Title } from "@mantine/core";
import { Link } from "react-router";
import { Problem } from "@/shared/ui/States";
import { paydaysUntil, today } from "../ask/days";
import { addressOf, type Filters, NOTHING_CHOSEN } from "../ask/filters";
import { useReport } from "../ask/useReport";
import { isEmpty, metricNamed } from "../charts/model";
import { Provenance } from "../page/Provenance";
import { ReportChart } from "../page/ReportChart";
import { dateText } from "../values/times";
import type { Report } from "../wire";
import { Against } from "./Against";
import css from "./dashboard.module.css";

const CHART_HEIGHT = 170;
const CARD_HEIGHT = 420;

/** The latest payday, hour by hour, against the one before and an ordinary Friday. */
export function PaydayCard({ filters }: { filters: Filters }) {
  // Whatever the range of the dashboard: it may have no payday in it.
  const [payday = today()] = paydaysUntil(today(), 1);
  const chosen = { ...NOTHING_CHOSEN, payday, locations: filters.locations };
  const asked = { ...chosen, from: payday, to: payday };
  const { data: told, error, refetch } = useReport("payday", asked);
  return (
    <Card withBorder padding="md" component="section" aria-label="Payday">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          Payday
        </Title>
        <Link to={`/reports/payday?${addressOf(chosen)}`} className={css.more}>
          The whole comparison
        </Link>
      </Group>
      {error && <Problem error={error} again={() => void refetch()} stale={told !== undefined} />}
      {!told && !error && <Skeleton height={CARD_HEIGHT} radius="md" />}
      {told && (
        <>
          <Text size="sm" c="dimmed">
            {dateText(payday)}: orders by the hour
          </Text>
          <Compared report={told.report} />
          <Provenance told={told} />
        </>
      )}
    </Card>
  );
}

function Compared({ report }: { report: Report }) {
  const metric = metricNamed(report.columns, "orders");
  if (!metric || isEmpty(report)) {
    return (
      <Text size="sm" my="md">
        Nothing was ordered that day, nor on those that it is compared with.
      </Text>
    );
  }
  return (
    <>
      <ReportChart
        title={`${metric.title} by the hour`}
        table={report}
        metric={metric}
        context={{ currency: report.currency, by: report.by }}
        rows={report.rows}
        height={CHART_HEIGHT}
      />
      <Against report={report} />
    </>
  );
}
