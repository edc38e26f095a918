import { type CSSProperties, type KeyboardEvent, useRef, useState } from "react";
import { Link } from "react-router";
import { hourText, WEEKDAYS } from "../values/times";
import css from "./charts.module.css";

const DAYS = 7;
const HOURS = 24;

export interface Cell {
  /** From 1, Monday. */
  weekday: number;
  hour: number;
  value: number | null;
  to: string | undefined;
}

interface Props {
  title: string;
  cells: Cell[];
  textOf(value: number): string;
  shortOf(value: number): string;
}

const STEPS: Record<string, [days: number, hours: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The hours of a week, the fuller the darker, with their figures. Days stand below each other where
 * there is room for 24 columns, beside each other on phones. One stop of the Tab key; arrows move.
 */
export function HeatMap({ title, cells, textOf, shortOf }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const [here, setHere] = useState({ weekday: 1, hour: 0 });
  const most = Math.max(...cells.map(({ value }) => value ?? 0), 0);
  const byPlace = new Map(cells.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
  function move(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    // On phones the map lies on its side.
    const onSide =
      grid.current && getComputedStyle(grid.current).getPropertyValue("--side") === "1";
    const [days, hours] = onSide ? [step[1], step[0]] : step;
    const weekday = Math.max(1, Math.min(DAYS, here.weekday + days));
    const hour = Math.max(0, Math.min(HOURS - 1, here.hour + hours));
    setHere({ weekday, hour });
    grid.current?.querySelector<HTMLElement>(`[data-place="${weekday} ${hour}"]`)?.focus();
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what one fills in
    <div
      ref={grid}
      className={css.heat}
      role="group"
      aria-label={`${title}, chart`}
      onKeyDown={move}
    >
      {WEEKDAYS.map((name, day) => (
        <span key={name} className={css.heatDay} style={placed(day + 1, undefined)} aria-hidden>
          {name.slice(0, 3)}
        </span>
      ))}
      {Array.from({ length: HOURS }, (_, hour) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
        <span key={hour} className={css.heatHour} style={placed(undefined, hour)} aria-hidden>
          {String(hour).padStart(2, "0")}
        </span>
      ))}
      {WEEKDAYS.flatMap((name, day) =>
        Array.from({ length: HOURS }, (_, hour) => {
          const place = `${day + 1} ${hour}`;
          const cell = byPlace.get(place);
          const value = cell?.value ?? null;
          return (
            <Link
              key={place}
              to={cell?.to ?? ""}
              className={css.heatCell}
              style={{ ...placed(day + 1, hour), ...shaded(value, most) }}
              data-place={place}
              tabIndex={here.weekday === day + 1 && here.hour === hour ? 0 : -1}
              aria-label={`${name} ${hourText(hour)}: ${value === null ? "nothing" : textOf(value)}`}
              onFocus={() => setHere({ weekday: day + 1, hour })}
            >
              {value ? shortOf(value) : ""}
            </Link>
          );
        }),
      )}
    </div>
  );
}

/** Lines 1 are the headings. */
function placed(weekday: number | undefined, hour: number | undefined): CSSProperties {
  return { "--day": (weekday ?? 0) + 1, "--hour": (hour ?? -1) + 2 } as CSSProperties;
}

function shaded(value: number | null, most: number): CSSProperties {
  const share = most > 0 ? Math.max(0, value ?? 0) / most : 0;
  return { "--share": share.toFixed(3) } as CSSProperties;
}
