/** How the values of a column are meant, and so how they are written. */
export type Kind =
  | "time"
  | "weekday"
  | "hour"
  | "text"
  | "count"
  | "units"
  | "money"
  | "rate"
  | "duration"
  | "length"
  | "ratio"
  | "days";

export interface Column {
  name: string;
  title: string;
  kind: Kind;
  /** How it is computed, in a sentence. */
  why: string;
}

export type Value = string | number | null;
export type Row = Value[];

export interface Table {
  columns: Column[];
  rows: Row[];
}

/** A second table of a report, such as the backlog. */
export interface Part extends Table {
  name: string;
  title: string;
}

export interface Report extends Table {
  report: string;
  title: string;
  from: string;
  to: string;
  by: string | null;
  currency: string | null;
  otherCurrencies: string[];
  asOf: string;
  ageSeconds: number;
  fresh: boolean;
  timing: { appMs: number; dbMs: number; calls: number };
  totals: Row | null;
  parts: Part[];
  notes: string[];
}
