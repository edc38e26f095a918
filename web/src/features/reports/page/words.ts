import type { Table } from "../wire";

/** What the server calls the days that the payday report compares. */
const SIDES: Record<string, string> = {
  this: "This payday",
  last: "The payday before",
  ordinary: "An ordinary Friday",
};

/** A table whose rows are named as people say it. */
export function spoken<T extends Table>(table: T): T {
  const rows = table.rows.map(([first, ...rest]) => [
    SIDES[String(first)] ?? first ?? null,
    ...rest,
  ]);
  return { ...table, rows };
}

/** Of a table named by a side: this, last or ordinary. */
export function rowOfSide({ rows }: Table, side: string) {
  return rows.find(([first]) => first === side);
}
