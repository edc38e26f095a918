/** What a spreadsheet would run; numbers aside. */
const RUN = /^[=+\-@\t\r\n]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

function cell(text: string): string {
  const safe = RUN.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows under their heading, as spreadsheets read them (RFC 4180). */
export function csvOf(heading: readonly string[], rows: readonly (string | number)[][]): string {
  const lines = rows.map((row) =>
    row.map((each) => (typeof each === "number" ? String(each) : cell(each))).join(","),
  );
  return `${[heading.join(","), ...lines].join("\r\n")}\r\n`;
}
