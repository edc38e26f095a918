import type { Schema } from "@/shared/api/client";

export type Report = Schema["Report"];
export type ReportName = Schema["ReportName"];
/** A second table of a report, such as the backlog. */
export type Part = Schema["ReportPart"];
export type Column = Schema["ReportColumn"];
/** How the values of a column are meant, and so how they are written. */
export type Kind = Column["kind"];
export type Row = Schema["ReportRow"];
export type Value = Row[number];

export interface Table {
  columns: Column[];
  rows: Row[];
}
