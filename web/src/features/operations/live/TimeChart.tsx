import { Card, Group, Text, Title, useComputedColorScheme } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { clockTime } from "@/shared/ui/time";
import css from "./live.module.css";
import type { Panel } from "./panels";
import { CHART_HEIGHT, plotOptions } from "./plot";
import { momentOf, summaryOf, valueText } from "./summary";
import type { Sample } from "./types";

interface Props {
  panel: Panel;
  history: Sample[];
}

function columnsOf(panel: Panel, history: Sample[]): uPlot.AlignedData {
  return [
    history.map((sample) => Date.parse(sample.at) / 1_000),
    ...panel.series.map((series) => history.map((sample) => series.value(sample) ?? null)),
  ];
}

/** A chart that can be read by eye, by pointer, by keyboard and by ear. */
export function TimeChart({ panel, history }: Props) {
  const scheme = useComputedColorScheme("light");
  const { ref: sized, width } = useElementSize();
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const [pointed, setPointed] = useState<number | undefined>(undefined);
  const words = useId();
  const columns = useMemo(() => columnsOf(panel, history), [panel, history]);
  const latest = useRef(columns);
  latest.current = columns;

  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours need another plot
  useEffect(() => {
    const element = holder.current;
    if (!element || width === 0) return undefined;
    const made = new uPlot(
      plotOptions({ panel, width, element, pointed: setPointed }),
      latest.current,
      element,
    );
    plot.current = made;
    return () => {
      made.destroy();
      plot.current = undefined;
    };
  }, [panel, width, scheme]);
  useEffect(() => plot.current?.setData(columns), [columns]);

  const last = history.length - 1;
  const index = pointed === undefined ? last : Math.min(pointed, last);
  const sample = history[index];
  if (!sample) return null;
  function step(event: KeyboardEvent) {
    const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: last }[event.key];
    if (to === undefined || !plot.current) return;
    event.preventDefault();
    const at = Math.max(0, Math.min(to, last));
    const left = plot.current.valToPos(columns[0][at] ?? 0, "x");
    plot.current.setCursor({ left, top: 0 });
  }
  return (
    <Card
      withBorder
      padding="md"
      className={css.chart}
      component="article"
      aria-label={panel.title}
    >
      <Group justify="space-between" wrap="nowrap" align="baseline" gap="xs">
        <Title order={3} size="h5">
          {panel.title}
        </Title>
        <Text size="xs" c="dimmed" className="figures">
          {pointed === undefined ? "now" : clockTime(Date.parse(sample.at))}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" id={words}>
        {panel.text}
      </Text>
      <Legend panel={panel} sample={sample} />
      <div ref={sized} className={css.plot}>
        <div
          ref={holder}
          className={css.canvas}
          style={{ height: CHART_HEIGHT }}
          role="slider"
          tabIndex={0}
          aria-label={`${panel.title}, moment`}
          aria-valuemin={0}
          aria-valuemax={last}
          aria-valuenow={index}
          aria-valuetext={`${clockTime(Date.parse(sample.at))}: ${momentOf(panel, sample)}`}
          aria-describedby={`${words}-summary`}
          onKeyDown={step}
          onBlur={() => plot.current?.setCursor({ left: -10, top: -10 })}
        />
      </div>
      <span id={`${words}-summary`} className={css.unseen}>
        {summaryOf(panel, history)}
      </span>
    </Card>
  );
}

function Legend({ panel, sample }: { panel: Panel; sample: Sample }) {
  return (
    <ul className={css.legend}>
      {panel.series.map((series) => (
        <li key={series.name}>
          <span className={css.swatch} data-ink={series.ink} aria-hidden />
          <span className={css.name}>{series.name}</span>
          <strong className="figures">{valueText(panel, series, sample)}</strong>
        </li>
      ))}
    </ul>
  );
}
