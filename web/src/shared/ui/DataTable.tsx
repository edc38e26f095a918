import type { ReactNode } from "react";
import css from "./DataTable.module.css";

export interface Column<T> {
  label: string;
  cell(row: T): ReactNode;
  /** Figures stand to the right, below each other. */
  figures?: boolean;
  /** What the row is called: its heading. */
  heading?: boolean;
  /** Buttons; their column needs no words. */
  actions?: boolean;
}

interface Props<T> {
  caption: string;
  columns: Column<T>[];
  rows: T[];
  keyOf(row: T): string | number;
  /** Stands by itself, in no card. */
  framed?: boolean;
}

/**
 * A table on wide screens, a list of cards on phones. The roles are written out because browsers
 * take them away from tables that are laid out as something else.
 */
export function DataTable<T>({ caption, columns, rows, keyOf, framed = false }: Props<T>) {
  return (
    <div className={framed ? css.framed : undefined}>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table role="table" className={css.table} aria-label={caption}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.label}
                className={css.label}
                role="columnheader"
                scope="col"
                data-figures={column.figures}
              >
                <span className={column.actions ? css.unseen : undefined}>{column.label}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={keyOf(row)} role="row">
              {columns.map((column) => (
                <Cell key={column.label} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </div>
  );
}

function Cell<T>({ column, row }: { column: Column<T>; row: T }) {
  const told = {
    "data-label": column.label,
    "data-figures": column.figures,
    "data-actions": column.actions,
    "data-heading": column.heading,
  };
  const content = <div className={css.content}>{column.cell(row)}</div>;
  return column.heading ? (
    // biome-ignore lint/a11y/noRedundantRoles: laid out as a card on phones
    <th role="rowheader" scope="row" {...told}>
      {content}
    </th>
  ) : (
    // biome-ignore lint/a11y/noRedundantRoles: laid out as a card on phones
    <td role="cell" {...told}>
      {content}
    </td>
  );
}
