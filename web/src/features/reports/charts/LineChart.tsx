import { useComputedColorScheme } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { NOTHING } from "../values/values";
import css from "./charts.module.css";
import type { Series } from "./model";
import { type Plotted, plotOptions } from "./plot";

interface Props extends Plotted {
  title: string;
  /** A row in words. */
  nameOf(index: number): string;
  /** A value in words. */
  textOf(value: number): string;
  /** What a press on a row does; absent where nothing is finer. */
  open?: ((index: number) => void) | undefined;
}

function summary(series: Series[], textOf: (value: number) => string): string {
  return series
    .map(({ name, values }) => {
      const known = values.filter((value) => value !== null);
      if (known.length === 0) return `${name}: nothing counted`;
      return `${name}: lowest ${textOf(Math.min(...known))}, highest ${textOf(Math.max(...known))}`;
    })
    .join(". ");
}

/** Lines that can be read by eye, by pointer, by keyboard and by ear. */
export function LineChart(props: Props) {
  const { title, series, height, nameOf, textOf, open } = props;
  const scheme = useComputedColorScheme("light");
  const { ref: sized, width } = useElementSize();
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const [pointed, setPointed] = useState<number | undefined>(undefined);
  const words = useId();
  const count = series[0]?.values.length ?? 0;
  const columns = useMemo<uPlot.AlignedData>(
    () => [Array.from({ length: count }, (_, at) => at), ...series.map(({ values }) => values)],
    [series, count],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours need another plot
  useEffect(() => {
    const element = holder.current;
    if (!element || width === 0) return undefined;
    const made = new uPlot(
      plotOptions(latest.current, width, element, setPointed),
      columns,
      element,
    );
    plot.current = made;
    return () => {
      made.destroy();
      plot.current = undefined;
    };
  }, [columns, width, scheme]);

  const last = count - 1;
  const index = pointed === undefined ? last : Math.min(pointed, last);
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && pointed !== undefined) return open?.(index);
    const to = { ArrowLeft: index - 1, ArrowRight: index + 1, Home: 0, End: last }[event.key];
    if (to === undefined || !plot.current) return undefined;
    event.preventDefault();
    const at = Math.max(0, Math.min(to, last));
    return plot.current.setCursor({ left: plot.current.valToPos(at, "x"), top: 0 });
  }
  const said = (one: Series) => {
    const value = one.values[index];
    return value === null || value === undefined ? NOTHING : textOf(value);
  };
  return (
    <div className={css.inks}>
      <ul className={css.legend}>
        <li className={css.moment}>{nameOf(index)}</li>
        {series.map((one) => (
          <li key={one.name}>
            <span className={css.swatch} data-ink={one.ink} aria-hidden />
            <span className={css.name}>{one.name}</span>
            <strong className="figures">{said(one)}</strong>
          </li>
        ))}
      </ul>
      <div ref={sized} className={css.plot}>
        <div
          ref={holder}
          className={css.canvas}
          style={{ height }}
          data-opens={open !== undefined}
          role="slider"
          tabIndex={0}
          aria-label={`${title}, chart`}
          aria-valuemin={0}
          aria-valuemax={Math.max(last, 0)}
          aria-valuenow={Math.max(index, 0)}
          aria-valuetext={`${nameOf(index)}: ${series.map((one) => `${one.name} ${said(one)}`).join(", ")}`}
          aria-describedby={`${words}-summary`}
          onKeyDown={onKeyDown}
          onClick={() => pointed !== undefined && open?.(index)}
          onBlur={() => plot.current?.setCursor({ left: -10, top: -10 })}
        />
      </div>
      <span id={`${words}-summary`} className={css.unseen}>
        {summary(series, textOf)}. The table below has every figure.
      </span>
    </div>
  );
}
