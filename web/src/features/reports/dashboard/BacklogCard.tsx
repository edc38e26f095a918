import { Card, Group, Skeleton, Text, Title } from "@mantine/core";
import { Link } from "react-router";
import { Problem } from "@/shared/ui/States";
import { waitingOrders } from "../ask/drill";
import { addressOf, type Filters } from "../ask/filters";
import { useReport } from "../ask/useReport";
import { Bars } from "../charts/Bars";
import { columnAt, keysOf, metricsOf, numberAt } from "../charts/model";
import { Provenance } from "../page/Provenance";
import { ReportTable } from "../page/ReportTable";
import { type Context, valueText } from "../values/values";
import type { Part } from "../wire";
import css from "./dashboard.module.css";

const CARD_HEIGHT = 420;

/** What waits to be shipped now, by how long it has waited. */
export function BacklogCard({ filters }: { filters: Filters }) {
  const { data: told, error, refetch } = useReport("warehouse", filters);
  const backlog = told?.report.parts.find((part) => part.name === "backlog");
  const context = { currency: told?.report.currency ?? null, by: "day" };
  return (
    <Card withBorder padding="md" component="section" aria-label="Backlog">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          Backlog
        </Title>
        <Link to={`/reports/warehouse?${addressOf(filters)}`} className={css.more}>
          How long it takes
        </Link>
      </Group>
      {error && <Problem error={error} again={() => void refetch()} stale={told !== undefined} />}
      {!told && !error && <Skeleton height={CARD_HEIGHT} radius="md" />}
      {told && !backlog && (
        <Text size="sm" c="dimmed">
          What waits is not counted for this choice.
        </Text>
      )}
      {told && backlog && (
        <>
          <Text size="sm" c="dimmed" mb="xs">
            What is not shipped yet, by the time since it was ordered
          </Text>
          <Waiting backlog={backlog} context={context} to={waitingOrders(filters)} />
          <Provenance told={told} />
        </>
      )}
    </Card>
  );
}

function Waiting({ backlog, context, to }: { backlog: Part; context: Context; to: string }) {
  const [metric] = metricsOf(backlog.columns);
  const [key] = keysOf(backlog.columns);
  if (!metric || !key) return null;
  const at = columnAt(backlog.columns, metric.name);
  const name = columnAt(backlog.columns, key.name);
  return (
    <>
      <Bars
        title={metric.title}
        textOf={(value) => valueText(value, metric.kind, context)}
        bars={backlog.rows.map((row) => ({
          key: String(row[name]),
          name: valueText(row[name], key.kind, context),
          value: numberAt(row, at),
          to,
        }))}
      />
      <div className={css.table}>
        <ReportTable caption={backlog.title} table={backlog} context={context} open={() => to} />
      </div>
    </>
  );
}
