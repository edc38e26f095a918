import { columnAt, metricsOf } from "../charts/model";
import pageCss from "../page/page.module.css";
import { rowOfSide } from "../page/words";
import { headlineText, valueText } from "../values/values";
import type { Report } from "../wire";
import css from "./dashboard.module.css";

/** The payday in all, and how many times the others it is: a row a figure. */
export function Against({ report }: { report: Report }) {
  const totals = report.parts.find(({ name }) => name === "totals");
  const ratios = report.parts.find(({ name }) => name === "ratios");
  const payday = totals && rowOfSide(totals, "this");
  if (!totals || !ratios || !payday) return null;
  const context = { currency: report.currency, by: report.by };
  const timesOf = (side: string, name: string) => {
    const at = columnAt(ratios.columns, name);
    const ratio = at < 0 ? null : rowOfSide(ratios, side)?.[at];
    return typeof ratio === "number" ? `${valueText(ratio, "ratio", context)}\u00d7` : "";
  };
  return (
    <div className={`${pageCss.wide} ${css.against}`}>
      <table className={pageCss.table} aria-label="The payday in all">
        <thead>
          <tr>
            <th scope="col">In all</th>
            <th scope="col" data-figures>
              This payday
            </th>
            <th scope="col" data-figures>
              the one before
            </th>
            <th scope="col" data-figures>
              ordinary Fridays
            </th>
          </tr>
        </thead>
        <tbody>
          {metricsOf(totals.columns).map(({ name, title, kind }) => (
            <tr key={name}>
              <th scope="row">{title}</th>
              <td data-figures>
                {headlineText(payday[columnAt(totals.columns, name)], kind, context)}
              </td>
              <td data-figures>{timesOf("last", name)}</td>
              <td data-figures>{timesOf("ordinary", name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
