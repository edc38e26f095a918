import { Card, Group, Stack, Text, Title } from "@mantine/core";
import { IconChartLine } from "@tabler/icons-react";
import { Empty } from "@/shared/ui/States";
import type { Told } from "../ask/api";
import type { ReportKind } from "../ask/catalogue";
import { finer } from "../ask/drill";
import type { Filters, Shown } from "../ask/filters";
import { useZones } from "../ask/useZones";
import { isEmpty, metricNamed, metricsOf } from "../charts/model";
import { rangeText } from "../values/times";
import type { Report, Row } from "../wire";
import { MetricTiles } from "./MetricTiles";
import { Notes } from "./Notes";
import { PartTable } from "./PartTable";
import { NotFresh, Provenance } from "./Provenance";
import { ReportChart } from "./ReportChart";
import { ReportTable } from "./ReportTable";
import { orderIn, sorted } from "./sorting";
import { Why } from "./Why";

interface Props {
  kind: ReportKind;
  told: Told;
  /** What was asked. */
  filters: Filters;
  shown: Shown;
  show(change: Partial<Shown>): void;
}

/** A report as it came: its figures, a chart of one of them, the table, and what else there is. */
export function Shows({ kind, told, filters, shown, show }: Props) {
  const { report } = told;
  const { columns, rows, by } = report;
  const zones = useZones(filters.locations);
  const metric = metricNamed(columns, shown.metric, kind.metric);
  const context = { currency: report.currency, by };
  const range = { from: report.from, to: report.to };
  const { name, grains } = kind;
  const open = (row: Row) =>
    finer({ report: name, columns, by, grains, range, filters, zones }, row);
  // Bars stand in the order of the table; unless somebody chose one, the longest first.
  const ordered = sorted(rows, columns, orderIn(shown.sort ?? `-${metric?.name}`));
  return (
    <Stack>
      <NotFresh report={report} />
      {!metric || isEmpty(report) ? (
        <Nothing report={report} />
      ) : (
        <>
          <MetricTiles
            report={report}
            metrics={metricsOf(columns)}
            chosen={metric}
            context={context}
            choose={(chosen) => show({ metric: chosen })}
          />
          <Card withBorder padding="md" component="section" aria-label={metric.title}>
            <Group gap={4} mb="xs">
              <Title order={2} size="h4">
                {metric.title}
              </Title>
              <Why column={metric} />
              <Text size="sm" c="dimmed" ml="auto">
                {rangeText(report.from, report.to)}
              </Text>
            </Group>
            <ReportChart
              title={metric.title}
              table={report}
              metric={metric}
              context={context}
              rows={ordered}
              open={open}
            />
            <Provenance told={told} />
          </Card>
          <ReportTable
            caption={kind.label}
            table={report}
            totals={report.totals}
            context={context}
            sort={shown.sort}
            onSort={(sort) => show({ sort })}
            open={open}
          />
        </>
      )}
      {report.parts.map((part) => (
        <PartTable key={part.name} part={part} report={report} filters={filters} />
      ))}
      <Notes report={report} filters={filters} />
    </Stack>
  );
}

function Nothing({ report }: { report: Report }) {
  return (
    <Empty
      icon={<IconChartLine size={40} aria-hidden />}
      title="Nothing was counted here"
      text={`Of what you chose there is nothing: ${rangeText(report.from, report.to)}. Take another range, or clear the filters.`}
    />
  );
}
