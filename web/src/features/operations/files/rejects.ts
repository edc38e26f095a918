import type { Schema } from "@/shared/api/client";

export type Reject = Schema["RowReject"];

/** What a spreadsheet would run; numbers aside. */
const RUN = /^[=+\-@\t\r\n]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

function cell(text: string): string {
  const safe = RUN.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The bad rows as the command line writes them: line, column, value, reason. */
export function rejectsCsv(rejects: Reject[]): string {
  const rows = rejects.map(({ line, column, value, reason }) =>
    [String(line), cell(column), cell(value), cell(reason)].join(","),
  );
  return `${["line,column,value,reason", ...rows].join("\r\n")}\r\n`;
}
