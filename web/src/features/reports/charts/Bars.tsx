import { Anchor, Text } from "@mantine/core";
import { Link } from "react-router";
import { NOTHING } from "../values/values";
import css from "./charts.module.css";

/** More than a person compares; the table has the rest. */
export const MOST_BARS = 15;

export interface Bar {
  key: string;
  name: string;
  value: number | null;
  /** The finer page behind it. */
  to: string | undefined;
}

interface Props {
  title: string;
  bars: Bar[];
  textOf(value: number): string;
}

/** Bars beside their figures: the longest first is up to who calls. */
export function Bars({ title, bars, textOf }: Props) {
  const shown = bars.slice(0, MOST_BARS);
  const most = Math.max(...shown.map(({ value }) => Math.abs(value ?? 0)), 0);
  return (
    <>
      <ul className={css.bars} aria-label={`${title}, chart`}>
        {shown.map(({ key, name, value, to }) => (
          <li key={key} className={css.barRow}>
            {to ? (
              <Anchor component={Link} to={to} size="sm" className={css.barName}>
                {name}
              </Anchor>
            ) : (
              <span className={css.barName}>{name}</span>
            )}
            <span className={css.track} aria-hidden>
              <span
                className={css.bar}
                data-below={(value ?? 0) < 0}
                style={{ width: `${most > 0 ? (Math.abs(value ?? 0) / most) * 100 : 0}%` }}
              />
            </span>
            <strong className="figures">{value === null ? NOTHING : textOf(value)}</strong>
          </li>
        ))}
      </ul>
      {bars.length > shown.length && (
        <Text size="sm" c="dimmed" mt="xs">
          The first {MOST_BARS} of {bars.length}; the table has all.
        </Text>
      )}
    </>
  );
}
