import { useMemo } from "react";
import { useNavigate } from "react-router";
import { Bars } from "../charts/Bars";
import { HeatMap } from "../charts/HeatMap";
import { LineChart } from "../charts/LineChart";
import { columnAt, keysOf, numberAt, seriesOf, shapeOf } from "../charts/model";
import { axisRange } from "../charts/range";
import { stepsOf } from "../charts/steps";
import { hourNumber, weekdayNumber } from "../values/times";
import { type Context, shortText, valueText } from "../values/values";
import type { Column, Row, Table } from "../wire";

const HEIGHT = 260;

interface Props {
  title: string;
  table: Table;
  metric: Column;
  context: Context;
  height?: number;
  /** Bars in the order of the table. */
  rows: Row[];
  open?: ((row: Row) => string | undefined) | undefined;
}

/** A metric of a report in the shape that suits its rows. */
export function ReportChart(props: Props) {
  const { title, table, metric, context, rows, open } = props;
  const textOf = (value: number) => valueText(value, metric.kind, context);
  const nameOf = (row: Row | undefined) =>
    keysOf(table.columns)
      .map((key) => valueText(row?.[columnAt(table.columns, key.name)], key.kind, context))
      .join(", ");
  switch (shapeOf(table)) {
    case "lines":
      return <Lines {...props} textOf={textOf} nameOf={nameOf} />;
    case "heat":
      return (
        <HeatMap
          title={title}
          textOf={textOf}
          shortOf={(value) => shortText(value, metric.kind, context)}
          cells={table.rows.map((row) => ({
            weekday: weekdayNumber(row[columnAt(table.columns, "weekday")] ?? 0),
            hour: hourNumber(row[columnAt(table.columns, "hour")] ?? 0),
            value: numberAt(row, columnAt(table.columns, metric.name)),
            to: open?.(row),
          }))}
        />
      );
    default:
      return (
        <Bars
          title={title}
          textOf={textOf}
          bars={rows.map((row) => ({
            key: nameOf(row),
            name: nameOf(row),
            value: numberAt(row, columnAt(table.columns, metric.name)),
            to: open?.(row),
          }))}
        />
      );
  }
}

interface LinesProps extends Props {
  textOf(value: number): string;
  nameOf(row: Row | undefined): string;
}

function Lines({ title, table, metric, context, height, open, textOf, nameOf }: LinesProps) {
  const navigate = useNavigate();
  const series = useMemo(() => seriesOf(table, metric), [table, metric]);
  const range = useMemo(
    () =>
      axisRange(
        series.flatMap(({ values }) => values),
        metric.kind === "rate",
      ),
    [series, metric],
  );
  const key = keysOf(table.columns)[0];
  function follow(index: number) {
    const row = table.rows[index];
    const to = row && open?.(row);
    if (to) void navigate(to);
  }
  return (
    <LineChart
      title={title}
      series={series}
      range={range}
      height={height ?? HEIGHT}
      mark={(index) => shortText(table.rows[index]?.[0], key?.kind ?? "text", context)}
      steps={stepsOf(metric.kind)}
      format={(value) => shortText(value, metric.kind, context)}
      nameOf={(index) => nameOf(table.rows[index])}
      textOf={textOf}
      open={open && follow}
    />
  );
}
