import type uPlot from "uplot";
import { timeMarks } from "./marks";
import type { Ink, Panel } from "./panels";

export const CHART_HEIGHT = 176;
const GRID_DASH = [2, 4];

/** Told apart by shape too, for eyes that do not tell colours apart. */
const DASHES: Record<Ink, number[]> = { first: [], second: [6, 3], third: [2, 3] };

function ink(element: Element, name: string): string {
  return getComputedStyle(element).getPropertyValue(`--ink-${name}`).trim();
}

/** Room above the highest value, and a scale where all is zero. */
function range(_: uPlot, __: number, most: number): uPlot.Range.MinMax {
  return [0, most > 0 ? most * 1.12 : 1];
}

interface Options {
  panel: Panel;
  width: number;
  element: Element;
  /** Which sample the pointer is at; undefined when it has left. */
  pointed(index: number | undefined): void;
}

/** What uPlot needs to know of a panel, in the colours of the element that holds it. */
export function plotOptions({ panel, width, element, pointed }: Options): uPlot.Options {
  const words = ink(element, "words");
  const axis: uPlot.Axis = {
    stroke: words,
    font: "11px system-ui, sans-serif",
    ticks: { show: false },
    grid: { stroke: ink(element, "grid"), width: 1, dash: GRID_DASH },
  };
  return {
    width,
    height: CHART_HEIGHT,
    legend: { show: false },
    padding: [8, 20, 0, 0],
    cursor: {
      sync: { key: "operations" },
      drag: { x: false, y: false, setScale: false },
      points: { size: 7 },
      y: false,
    },
    scales: { x: { time: true }, y: { range } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 24,
        space: 80,
        values: (_, seconds, __, ___, step) => timeMarks(seconds, step),
      },
      { ...axis, size: 58, space: 26, values: (_, values) => values.map(panel.format) },
    ],
    series: [
      {},
      ...panel.series.map((series) => ({
        label: series.name,
        stroke: ink(element, series.ink),
        width: 2,
        dash: DASHES[series.ink],
        points: { show: false },
        ...(panel.series.length === 1 ? { fill: ink(element, "fill") } : {}),
      })),
    ],
    hooks: {
      setCursor: [(plot) => pointed(plot.cursor.idx ?? undefined)],
    },
  };
}
