import { Anchor, Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { type Context, isFigure, valueText } from "../values/values";
import type { Column, Row, Table } from "../wire";
import css from "./page.module.css";
import { ReportHead } from "./ReportHead";
import { orderIn, sorted } from "./sorting";

/** As many as one scrolls through; of more than that, some. */
const MOST_UNFOLDED = 62;
const FIRST_ROWS = 24;

interface Props {
  caption: string;
  table: Table;
  totals?: Row | null;
  context: Context;
  sort?: string | undefined;
  onSort?: (sort: string | undefined) => void;
  /** The finer page behind a row. */
  open?: (row: Row) => string | undefined;
}

/** Every figure of a report; wider than a phone it scrolls by itself, its first column stays. */
export function ReportTable(props: Props) {
  const { caption, table, totals, context, sort, onSort, open } = props;
  const [all, setAll] = useState(false);
  const { columns } = table;
  const order = orderIn(sort);
  const rows = sorted(table.rows, columns, order);
  const shown = all || rows.length <= MOST_UNFOLDED ? rows : rows.slice(0, FIRST_ROWS);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard where it is too wide */}
      <section className={css.wide} aria-label={`${caption}, figures`} tabIndex={0}>
        <table className={css.table} aria-label={caption}>
          <ReportHead columns={columns} order={order} onSort={onSort} />
          <tbody>
            {shown.map((row) => (
              <TableRow
                key={keyOf(columns, row)}
                columns={columns}
                row={row}
                context={context}
                to={open?.(row)}
              />
            ))}
          </tbody>
          {totals && (
            <tfoot>
              <TableRow columns={columns} row={totals} context={context} name="In all" />
            </tfoot>
          )}
        </table>
      </section>
      {rows.length > shown.length && (
        <Button mt="sm" size="md" variant="default" onClick={() => setAll(true)}>
          Show the other {rows.length - shown.length} rows
        </Button>
      )}
    </>
  );
}

function keyOf(columns: readonly Column[], row: Row): string {
  return columns.map(({ kind }, at) => (isFigure(kind) ? "" : row[at])).join(" ");
}

interface RowProps {
  columns: readonly Column[];
  row: Row;
  context: Context;
  to?: string | undefined;
  /** Instead of what the row is about. */
  name?: string;
}

function TableRow({ columns, row, context, to, name }: RowProps) {
  return (
    <tr>
      {columns.map(({ name: column, kind }, at) => {
        const text = valueText(row[at], kind, context);
        if (at > 0) {
          const absent = name !== undefined && !isFigure(kind);
          return (
            <td key={column} data-figures={isFigure(kind)}>
              {absent ? "" : text}
            </td>
          );
        }
        const said = name ?? text;
        return (
          <th key={column} scope="row">
            {to ? (
              <Anchor component={Link} to={to} size="sm" fw={600}>
                {said}
              </Anchor>
            ) : (
              said
            )}
          </th>
        );
      })}
    </tr>
  );
}
