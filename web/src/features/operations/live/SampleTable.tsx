import { type Column, DataTable } from "@/shared/ui/DataTable";
import { clockTime } from "@/shared/ui/time";
import { minuteByMinute } from "./history";
import css from "./live.module.css";
import { PANELS } from "./panels";
import { valueText } from "./summary";
import type { Sample } from "./types";

const COLUMNS: Column<Sample>[] = [
  { label: "Time", heading: true, cell: (sample) => clockTime(Date.parse(sample.at)) },
  ...PANELS.flatMap((panel) =>
    panel.series.map((series) => ({
      label: panel.series.length === 1 ? panel.title : series.name,
      figures: true,
      cell: (sample: Sample) => valueText(panel, series, sample),
    })),
  ),
];

/** The charts as figures, minute by minute. */
export function SampleTable({ history }: { history: Sample[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard where it is too wide
    <section className={css.wide} aria-label="Figures" tabIndex={0}>
      <DataTable
        framed
        caption="The last 15 minutes, minute by minute, newest first"
        columns={COLUMNS}
        rows={minuteByMinute(history)}
        keyOf={(sample) => sample.at}
      />
    </section>
  );
}
