import { Anchor, Button, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { type Context, isFigure, valueText } from "../values/values";
import type { Column, Row, Table } from "../wire";
import css from "./page.module.css";
import { nextSort, type Order, orderIn, sorted } from "./sorting";
import { Why } from "./Why";

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
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading key={column.name} column={column} order={order} onSort={onSort} />
              ))}
            </tr>
          </thead>
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

interface HeadingProps {
  column: Column;
  order: Order | undefined;
  onSort: ((sort: string | undefined) => void) | undefined;
}

function Heading({ column, order, onSort }: HeadingProps) {
  const here = order?.column === column.name;
  const Icon = order?.descending ? IconArrowDown : IconArrowUp;
  const sorting = here ? (order.descending ? "descending" : "ascending") : "none";
  return (
    <th scope="col" aria-sort={onSort ? sorting : undefined} data-figures={isFigure(column.kind)}>
      <span className={css.heading}>
        {onSort ? (
          <UnstyledButton
            className={css.sort}
            data-here={here}
            onClick={() => onSort(nextSort(order, column.name))}
          >
            {column.title}
            {here && <Icon size={14} aria-hidden />}
          </UnstyledButton>
        ) : (
          column.title
        )}
        <Why column={column} />
      </span>
    </th>
  );
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
