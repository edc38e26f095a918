import { ActionIcon } from "@mantine/core";
import { IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { Layout, PickList, Stop } from "../wire";
import {
  closeUp,
  depotOf,
  type FloorPoint,
  type FloorRectangle,
  floorFrame,
  legsOf,
  placeOfSlot,
  shelvesOf,
  wallsOf,
} from "./floorMap";
import css from "./map.module.css";

/** Of what is seen of the floor: large enough for a phone. */
const DOT = 0.011;
const HERE = 0.028;
/** Of a close-up, in distances between two aisles. */
const CLOSE_ROOM = 1.5;
const CLOSE_LEAST = 6;

interface Props {
  list: PickList;
  /** Index of the stop where the picker is to go now; undefined before the start and at the end. */
  now: number | undefined;
  isDone(stop: Stop): boolean;
}

/** The floor from above with the whole walk on it, its front at the bottom. */
export function FloorMap({ list, now, isDone }: Props) {
  const { layout, walk, stops } = list;
  const legs = useMemo(
    () =>
      legsOf(
        walk,
        stops.map(({ slot }) => slot),
      ),
    [walk, stops],
  );
  const [close, setClose] = useState(false);
  if (!layout) return null;
  const leg = now === undefined ? [] : (legs[now] ?? []);
  const pitch = layout.aislePitchMm;
  const frame =
    close && leg.length > 0
      ? closeUp(leg, pitch * CLOSE_ROOM, pitch * CLOSE_LEAST)
      : floorFrame(layout);
  return (
    <div className={css.frame}>
      {leg.length > 0 && (
        <ActionIcon
          className={css.zoom}
          variant="default"
          size={44}
          aria-label="Close to this stop"
          aria-pressed={close}
          onClick={() => setClose(!close)}
        >
          {close ? <IconZoomOut size={22} /> : <IconZoomIn size={22} />}
        </ActionIcon>
      )}
      <svg
        className={css.map}
        viewBox={`${frame.xMm} ${-frame.yMm - frame.depthMm} ${frame.widthMm} ${frame.depthMm}`}
        role="img"
        aria-label={labelOf(list, now)}
      >
        <Ground layout={layout} />
        <path className={css.walk} d={path(walk)} />
        <path
          className={css.walked}
          d={legs
            .slice(0, now ?? 0)
            .map(path)
            .join("")}
        />
        <path className={css.next} d={path(leg)} />
        <Stops
          list={list}
          layout={layout}
          now={now}
          isDone={isDone}
          seenMm={Math.max(frame.widthMm, frame.depthMm)}
        />
      </svg>
    </div>
  );
}

function labelOf(list: PickList, now: number | undefined): string {
  const all = list.stops.length;
  if (now === undefined) return `The walk of pick list ${list.number}: ${all} stops`;
  const where = list.stops[now]?.slot?.text;
  const stop = `The walk of pick list ${list.number}: stop ${now + 1} of ${all}`;
  return where ? `${stop}, ${where}` : stop;
}

function Ground({ layout }: { layout: Layout }) {
  return (
    <>
      {shelvesOf(layout).map((shelf) => (
        <Rectangle key={`${shelf.xMm} ${shelf.yMm}`} className={css.shelf} of={shelf} />
      ))}
      {wallsOf(layout).map(([from, to]) => (
        <path key={`${from.xMm} ${from.yMm}`} className={css.wall} d={path([from, to])} />
      ))}
    </>
  );
}

/** The depot, every stop, and where the picker is to go now. */
function Stops({ list, layout, now, isDone, seenMm }: Props & { layout: Layout; seenMm: number }) {
  const dot = seenMm * DOT;
  const here = now === undefined ? undefined : list.stops[now];
  const others = list.stops.filter((stop) => stop.slot && stop !== here);
  return (
    <>
      <Depot at={depotOf(layout)} size={dot * 2.4} />
      {others.map((stop) => (
        <circle
          key={stop.stop}
          className={css.stop}
          data-done={isDone(stop)}
          cx={stop.slot?.xMm}
          cy={-(stop.slot?.yMm ?? 0)}
          r={dot}
        />
      ))}
      {here?.slot && (
        <>
          <Rectangle className={css.slot} of={placeOfSlot(layout, here.slot)} />
          <circle className={css.here} cx={here.slot.xMm} cy={-here.slot.yMm} r={seenMm * HERE} />
        </>
      )}
    </>
  );
}

function Rectangle({ of, className }: { of: FloorRectangle; className: string | undefined }) {
  return (
    <rect
      className={className}
      x={of.xMm}
      y={-of.yMm - of.depthMm}
      width={of.widthMm}
      height={of.depthMm}
    />
  );
}

function Depot({ at, size }: { at: FloorPoint; size: number }) {
  return (
    <rect
      className={css.depot}
      x={at.xMm - size / 2}
      y={-at.yMm - size / 2}
      width={size}
      height={size}
    />
  );
}

function path(way: readonly FloorPoint[]): string {
  return way.map(({ xMm, yMm }, at) => `${at === 0 ? "M" : "L"}${xMm} ${-yMm}`).join("");
}
