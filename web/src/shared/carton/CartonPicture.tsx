import { useMemo } from "react";
import css from "./carton.module.css";
import {
  type Box,
  boxOf,
  type Extents,
  type PackedItem,
  type Turn,
  turnedBox,
  turnedExtents,
} from "./extents";
import { paintingOrder } from "./painting";
import { edgesOf, type Face, facesOf, frameOf, project, type Spot } from "./projection";
import { stepsOf } from "./steps";

/** Colours repeat after this many SKUs; numbers tell all apart. */
const TONES = 8;
/** Of the picture's width. */
const MARGIN = 0.02;
const LETTERS = 0.055;
/** A number that is wider than its face would stand on its neighbours. */
const LEAST_FACE = 0.07;

interface Props {
  inner: Extents;
  /** In packing order. */
  items: readonly PackedItem[];
  /** How many steps are drawn, the last of them standing out; all, and none stands out, without. */
  shown?: number | undefined;
  turn?: Turn | undefined;
  label: string;
}

/** A carton without its front and its lid, and what lies in it. */
export function CartonPicture({ inner, items, shown, turn = 0, label }: Props) {
  const room = turnedExtents(inner, turn);
  const frame = useMemo(() => framed(room), [room]);
  const tones = useMemo(() => tonesOf(items), [items]);
  const units = useMemo(() => unitsOf(items, inner, turn), [items, inner, turn]);
  const drawn = useMemo(
    () => units.filter((unit) => shown === undefined || unit.step <= shown),
    [units, shown],
  );
  const pieces = useMemo(() => paintingOrder(drawn.map((unit) => unit.box)), [drawn]);
  const letters = frame.width * LETTERS;
  return (
    <svg
      className={css.picture}
      viewBox={`${frame.left} ${frame.top} ${frame.width} ${frame.height}`}
      role="img"
      aria-label={label}
    >
      <Walls room={room} />
      {pieces.map((piece, at) => {
        const unit = drawn[piece.of];
        if (!unit) return null;
        const top = facesOf(piece.part)[2];
        const whole = piece.part.high[2] === unit.box.high[2];
        return (
          <g
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place
            key={at}
            className={css.unit}
            data-tone={tones.get(unit.item.sku)}
            data-now={unit.step === shown}
          >
            {facesOf(piece.part).map(({ face, corners }) => (
              <polygon key={face} className={classOf(face)} points={pointsOf(corners)} />
            ))}
            <path className={css.edge} d={linesOf(edgesOf(piece, unit.box))} />
            {top && whole && narrowest(piece.part) >= frame.width * LEAST_FACE && (
              <text
                className={css.number}
                x={middle(top.corners)[0]}
                y={middle(top.corners)[1]}
                fontSize={letters}
              >
                {unit.step}
              </text>
            )}
          </g>
        );
      })}
      <path className={css.open} d={linesOf(openEdges(room))} />
    </svg>
  );
}

interface Unit {
  item: PackedItem;
  step: number;
  box: Box;
}

function unitsOf(items: readonly PackedItem[], inner: Extents, turn: Turn): Unit[] {
  return stepsOf(items).flatMap(({ number, items: those }) =>
    those.map((item) => ({ item, step: number, box: turnedBox(boxOf(item), inner, turn) })),
  );
}

function tonesOf(items: readonly PackedItem[]): Map<string, number> {
  const skus = [...new Set(items.map((item) => item.sku))];
  return new Map(skus.map((sku, at) => [sku, at % TONES]));
}

function framed(room: Extents) {
  return frameOf(room, frameOf(room, 0).width * MARGIN);
}

function Walls({ room }: { room: Extents }) {
  const { lengthMm: l, widthMm: w, heightMm: h } = room;
  const wall = (...corners: Parameters<typeof project>[0][]) => pointsOf(corners.map(project));
  return (
    <g className={css.walls}>
      <polygon data-wall="bottom" points={wall([0, 0, 0], [l, 0, 0], [l, w, 0], [0, w, 0])} />
      <polygon data-wall="back" points={wall([0, 0, 0], [l, 0, 0], [l, 0, h], [0, 0, h])} />
      <polygon data-wall="left" points={wall([0, 0, 0], [0, w, 0], [0, w, h], [0, 0, h])} />
    </g>
  );
}

/** Where the carton is open towards whoever looks. */
function openEdges({ lengthMm: l, widthMm: w, heightMm: h }: Extents): [Spot, Spot][] {
  const front = project([l, w, h]);
  return [
    [front, project([l, w, 0])],
    [front, project([0, w, h])],
    [front, project([l, 0, h])],
  ];
}

function classOf(face: Face): string | undefined {
  return { top: css.top, front: css.front, side: css.side }[face];
}

function pointsOf(corners: readonly Spot[]): string {
  return corners.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
}

function linesOf(lines: readonly (readonly [Spot, Spot])[]): string {
  const at = ([x, y]: Spot) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return lines.map(([from, to]) => `M${at(from)}L${at(to)}`).join("");
}

function middle(corners: readonly Spot[]): Spot {
  const [first = [0, 0], , third = [0, 0]] = corners;
  return [(first[0] + third[0]) / 2, (first[1] + third[1]) / 2];
}

function narrowest({ low, high }: Box): number {
  return Math.min(high[0] - low[0], high[1] - low[1]);
}
