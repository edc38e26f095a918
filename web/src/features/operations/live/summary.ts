import { NOTHING } from "./figures";
import type { Panel, Series } from "./panels";
import type { Sample } from "./types";

function measured(series: Series, history: Sample[]): number[] {
  return history.map(series.value).filter((value) => value !== undefined);
}

/** The value of a series at a moment, as its panel writes it. */
export function valueText(panel: Panel, series: Series, sample: Sample): string {
  const value = series.value(sample);
  return value === undefined ? NOTHING : panel.format(value);
}

/** A chart in words, for those who do not see it. */
export function summaryOf(panel: Panel, history: Sample[]): string {
  const told = panel.series.map((series) => {
    const values = measured(series, history);
    const now = values.at(-1);
    if (now === undefined) return `${series.name}: nothing measured yet`;
    const { format } = panel;
    return `${series.name}: last ${format(now)}, lowest ${format(Math.min(...values))}, highest ${format(Math.max(...values))}`;
  });
  return `${told.join(". ")}. Of the last ${Math.ceil((history.length * 5) / 60)} minutes.`;
}

/** One moment of a chart in words. */
export function momentOf(panel: Panel, sample: Sample): string {
  return panel.series
    .map((series) => {
      const value = series.value(sample);
      return `${series.name} ${value === undefined ? "not measured" : panel.format(value)}`;
    })
    .join(", ");
}
