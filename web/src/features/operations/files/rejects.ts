import type { Schema } from "@/shared/api/client";
import { csvOf } from "@/shared/files/csv";

export type Reject = Schema["RowReject"];

/** The bad rows as the command line writes them: line, column, value, reason. */
export function rejectsCsv(rejects: Reject[]): string {
  const rows = rejects.map(({ line, column, value, reason }) => [line, column, value, reason]);
  return csvOf(["line", "column", "value", "reason"], rows);
}
