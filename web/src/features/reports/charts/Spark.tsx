import css from "./charts.module.css";

const WIDTH = 120;
const HEIGHT = 32;
const EDGE = 2;

/** The course of a figure, small; what it says stands beside it in words. */
export function Spark({ values }: { values: (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  const most = Math.max(...known, 0);
  const least = Math.min(...known, most);
  // Of high rates one sees nothing from nothing on.
  const bottom = least > most / 2 ? least - (most - least) * 0.25 : Math.min(0, least);
  const room = most - bottom || 1;
  const x = (at: number) => EDGE + (at / Math.max(values.length - 1, 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - ((value - bottom) / room) * (HEIGHT - 2 * EDGE);
  let pen = "M";
  const path = values
    .map((value, at) => {
      if (value === null) {
        pen = "M";
        return "";
      }
      const step = `${pen}${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = "L";
      return step;
    })
    .join("");
  return (
    <svg
      className={css.spark}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <path d={path} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
