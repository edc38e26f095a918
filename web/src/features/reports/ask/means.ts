import type { Answer, Column, Report } from "../wire";

/** What the payday report adds to the name of a metric where it is a mean of several days. */
const OF_SEVERAL = "_ordinary";
/** The part with a row for each day that is compared; one of them is a mean. */
const WHOLE_DAYS = "totals";

/** The report with its means of counts: of two Fridays 4.5 orders, of one Friday 4 and never 4.00. */
export function withMeans(answer: Answer): Report {
  const kinds = new Map(answer.columns.map(({ name, kind }) => [name, kind]));
  const counted = (name: string) => kinds.get(name) === "count";
  const mean = (column: Column): Column => ({ ...column, kind: "mean" });
  return {
    ...answer,
    columns: answer.columns.map((column) => {
      const [whole, ...rest] = column.name.split(OF_SEVERAL);
      if (!whole || rest.length === 0) return column;
      return counted(whole) || kinds.get(whole) === "units" ? mean(column) : column;
    }),
    parts: answer.parts.map((part) =>
      part.name === WHOLE_DAYS
        ? {
            ...part,
            columns: part.columns.map((column) =>
              column.kind === "ratio" && counted(column.name) ? mean(column) : column,
            ),
          }
        : part,
    ),
  };
}
