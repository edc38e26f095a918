import type { Schema } from "@/shared/api/client";

/** A report as it comes. */
export type Answer = Schema["Report"];
/** A report as it is shown: means of counts are told apart from other ratios. */
export type Report = Omit<Answer, "columns" | "parts"> & { columns: Column[]; parts: Part[] };
export type ReportName = Schema["ReportName"];
/** A second table of a report, such as the backlog. */
export type Part = Omit<Schema["ReportPart"], "columns"> & { columns: Column[] };
export type Column = Omit<Schema["ReportColumn"], "kind"> & { kind: Kind };
/** How the values of a column are meant, and so how they are written. */
export type Kind = Schema["ReportColumn"]["kind"] | "mean";
export type Row = Schema["ReportRow"];
export type Value = Row[number];

export interface Table {
  columns: Column[];
  rows: Row[];
}
