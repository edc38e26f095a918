import { Card, Group, Text, Title } from "@mantine/core";
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from "@tabler/icons-react";
import { Link } from "react-router";
import type { Told } from "../ask/api";
import { addressOf, type Filters } from "../ask/filters";
import { columnAt, metricsOf, numberAt } from "../charts/model";
import { Spark } from "../charts/Spark";
import { Headline } from "../page/Headline";
import { Provenance } from "../page/Provenance";
import { Why } from "../page/Why";
import { type Change, changeOf } from "../values/change";
import type { Context } from "../values/values";
import type { Column, Report } from "../wire";
import css from "./dashboard.module.css";

interface Props {
  told: Told;
  /** The days before, as soon as they are known. */
  before: Report | undefined;
  filters: Filters;
}

/** The figures of the range with their course, and how they compare. */
export function KeyFigures({ told, before, filters }: Props) {
  const { report } = told;
  const context = { currency: report.currency, by: report.by };
  return (
    <Card withBorder padding="md" component="section" aria-label="Key figures">
      <Title order={2} size="h4" mb="xs">
        Key figures
      </Title>
      <ul className={css.figures}>
        {metricsOf(report.columns).map((metric) => (
          <Figure
            key={metric.name}
            metric={metric}
            report={report}
            before={before}
            context={context}
            to={`/reports/overview?${addressOf(filters, { metric: metric.name })}`}
          />
        ))}
      </ul>
      <Provenance told={told} />
    </Card>
  );
}

interface FigureProps {
  metric: Column;
  report: Report;
  before: Report | undefined;
  context: Context;
  to: string;
}

function Figure({ metric, report, before, context, to }: FigureProps) {
  const { name, kind, title } = metric;
  const at = columnAt(report.columns, name);
  const total = report.totals?.[at];
  const earlier = before?.totals?.[columnAt(before.columns, name)];
  // Sums of another currency compare with nothing.
  const alike = kind !== "money" || before?.currency === report.currency;
  return (
    <li className={css.figure}>
      <Group gap={2} wrap="nowrap" justify="space-between">
        <Link to={to} className={css.name}>
          {title}
        </Link>
        <Why column={metric} />
      </Group>
      <Headline value={total} kind={kind} context={context} />
      <Compared change={alike ? changeOf(name, kind, total, earlier) : undefined} />
      <Spark values={report.rows.map((row) => numberAt(row, at))} />
    </li>
  );
}

const ARROWS = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconArrowRight };

function Compared({ change }: { change: Change | undefined }) {
  if (!change) {
    return (
      <Text size="xs" c="dimmed">
        nothing before to compare
      </Text>
    );
  }
  const Arrow = ARROWS[change.direction];
  return (
    <span className={css.change} data-verdict={change.verdict}>
      <Arrow size={15} aria-hidden />
      {change.text}
      {change.verdict !== "neither" && `, ${change.verdict}`}
    </span>
  );
}
