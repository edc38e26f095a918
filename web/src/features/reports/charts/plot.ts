import type uPlot from "uplot";
import type { Ink, Series } from "./model";

const FONT = "11px system-ui, sans-serif";
/** Between words and what they are about. */
const GAP = 10;
const GRID_DASH = [2, 4];
/** More points than this are a line, and marks of each would hide it. */
const MOST_MARKED = 62;
/** Told apart by shape too, for eyes that do not tell colours apart. */
const DASHES: Record<Ink, number[]> = { first: [], second: [7, 4], third: [2, 4] };

export interface Plotted {
  series: Series[];
  range: [number, number];
  height: number;
  /** What the horizontal axis says of a row. */
  mark(index: number): string;
  /** What the vertical axis says of a value. */
  format(value: number): string;
  /** How far its lines may be apart; any round figures where it does not matter. */
  steps: number[] | undefined;
}

function ink(element: Element, name: string): string {
  return getComputedStyle(element).getPropertyValue(`--ink-${name}`).trim();
}

function widest(canvas: CanvasRenderingContext2D, texts: string[]): number {
  canvas.save();
  canvas.font = FONT;
  const widths = texts.map((text) => canvas.measureText(text).width);
  canvas.restore();
  return Math.ceil(Math.max(0, ...widths));
}

/** What uPlot needs, in the colours of the element that holds it. Rows stand at equal distances. */
export function plotOptions(
  { series, range, height, mark, format, steps }: Plotted,
  width: number,
  element: Element,
  pointed: (index: number | undefined) => void,
): uPlot.Options {
  const axis: uPlot.Axis = {
    stroke: ink(element, "words"),
    font: FONT,
    ticks: { show: false },
    grid: { stroke: ink(element, "grid"), width: 1, dash: GRID_DASH },
  };
  const few = (series[0]?.values.length ?? 0) <= MOST_MARKED;
  return {
    width,
    height,
    legend: { show: false },
    padding: [8, 16, 0, 0],
    cursor: { drag: { x: false, y: false, setScale: false }, points: { size: 8 }, y: false },
    scales: { x: { time: false }, y: { range: () => range } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 26,
        space: 64,
        incrs: [1, 2, 3, 4, 6, 7, 12, 14, 24, 28, 48, 96, 168, 336, 672],
        values: (_, rows) => rows.map((row) => (Number.isInteger(row) ? mark(row) : "")),
      },
      {
        ...axis,
        size: ({ ctx }, values) => widest(ctx, values ?? []) + GAP,
        gap: GAP / 2,
        space: 30,
        ...(steps ? { incrs: steps } : {}),
        values: (_, values) => values.map(format),
      },
    ],
    series: [
      {},
      ...series.map((one) => ({
        label: one.name,
        stroke: ink(element, one.ink),
        width: 2,
        dash: DASHES[one.ink],
        points: { show: few, size: 5, fill: ink(element, one.ink) },
        // The area of a line means something only above nothing.
        ...(series.length === 1 && range[0] === 0 ? { fill: ink(element, "fill") } : {}),
      })),
    ],
    hooks: { setCursor: [(plot) => pointed(plot.cursor.idx ?? undefined)] },
  };
}
