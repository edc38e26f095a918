import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { isFigure } from "../values/values";
import type { Column } from "../wire";
import { type Group, groupsOf } from "./groups";
import css from "./page.module.css";
import { nextSort, type Order } from "./sorting";
import { Why } from "./Why";

type OnSort = ((sort: string | undefined) => void) | undefined;

interface Props {
  columns: readonly Column[];
  order: Order | undefined;
  onSort: OnSort;
}

/** The names of the columns; of those that are compared, one above and what differs below. */
export function ReportHead({ columns, order, onSort }: Props) {
  const groups = groupsOf(columns);
  const grouped = groups.some(({ members }) => members.length > 1);
  if (!grouped) {
    return (
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.name} column={column} order={order} onSort={onSort} explained />
          ))}
        </tr>
      </thead>
    );
  }
  return (
    <>
      {groups.map(({ metric, members }) => (
        <colgroup key={metric.name} span={members.length} className={css.group} />
      ))}
      <thead>
        <tr>
          {groups.map((group) =>
            group.members.length > 1 ? (
              <GroupHeading key={group.metric.name} group={group} />
            ) : (
              <Heading
                key={group.metric.name}
                column={group.metric}
                order={order}
                onSort={onSort}
                rows={2}
                explained
              />
            ),
          )}
        </tr>
        <tr>
          {groups
            .filter(({ members }) => members.length > 1)
            .flatMap(({ members }) => members)
            .map(({ column, title }) => (
              <Heading
                key={column.name}
                column={column}
                title={title}
                order={order}
                onSort={onSort}
              />
            ))}
        </tr>
      </thead>
    </>
  );
}

function GroupHeading({ group: { metric, members } }: { group: Group }) {
  return (
    <th scope="colgroup" colSpan={members.length}>
      <span className={css.heading}>
        {metric.title}
        <Why column={metric} />
      </span>
    </th>
  );
}

interface HeadingProps {
  column: Column;
  order: Order | undefined;
  onSort: OnSort;
  /** Under the name of its group. */
  title?: string;
  /** How many rows of headings it is high. */
  rows?: number;
  /** Whether it says how it is computed. */
  explained?: boolean;
}

function Heading({ column, order, onSort, title, rows, explained = false }: HeadingProps) {
  const here = order?.column === column.name;
  const Icon = order?.descending ? IconArrowDown : IconArrowUp;
  const sorting = here ? (order.descending ? "descending" : "ascending") : "none";
  const text = title ?? column.title;
  // Heard without the group above it.
  const whole = title && `${column.title}, ${title}`;
  return (
    <th
      scope="col"
      rowSpan={rows}
      aria-sort={onSort ? sorting : undefined}
      data-figures={isFigure(column.kind)}
    >
      <span className={css.heading}>
        {onSort ? (
          <UnstyledButton
            className={css.sort}
            data-here={here}
            aria-label={whole}
            onClick={() => onSort(nextSort(order, column.name))}
          >
            {text}
            {here && <Icon size={14} aria-hidden />}
          </UnstyledButton>
        ) : (
          text
        )}
        {explained && <Why column={column} />}
      </span>
    </th>
  );
}
