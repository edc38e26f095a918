import { against } from "../charts/model";
import { isFigure } from "../values/values";
import type { Column } from "../wire";

/** Columns that stand under one heading: a metric and what it is compared with. */
export interface Group {
  metric: Column;
  members: { column: Column; title: string }[];
}

/** In the order of the table; a column that is compared with nothing is a group by itself. */
export function groupsOf(columns: readonly Column[]): Group[] {
  const groups: Group[] = [];
  for (const column of columns) {
    const { metric, short } = against(column.name);
    const latest = groups.at(-1);
    const member = { column, title: short };
    if (isFigure(column.kind) && latest?.metric.name === metric) latest.members.push(member);
    else groups.push({ metric: column, members: [member] });
  }
  return groups;
}
