import { UnstyledButton } from "@mantine/core";
import { columnAt } from "../charts/model";
import type { Context } from "../values/values";
import type { Column, Report } from "../wire";
import { Headline } from "./Headline";
import css from "./page.module.css";

interface Props {
  report: Report;
  metrics: Column[];
  chosen: Column | undefined;
  context: Context;
  choose(name: string): void;
}

/** The figures of the whole range; pressing one charts it. */
export function MetricTiles({ report, metrics, chosen, context, choose }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what one fills in
    <div className={css.tiles} role="group" aria-label="What the chart shows">
      {metrics.map((metric) => {
        const total = report.totals?.[columnAt(report.columns, metric.name)];
        return (
          <UnstyledButton
            key={metric.name}
            className={css.tile}
            aria-pressed={metric === chosen}
            onClick={() => choose(metric.name)}
          >
            <span className={css.tileName}>{metric.title}</span>
            {report.totals && <Headline value={total} kind={metric.kind} context={context} />}
          </UnstyledButton>
        );
      })}
    </div>
  );
}
