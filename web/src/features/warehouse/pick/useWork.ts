import { useCallback, useMemo, useState } from "react";
import { useOutbox } from "@/shared/outbox";
import { keep, kept } from "@/shared/session/kept";
import { useAccess } from "@/shared/session/SessionProvider";
import { useConfirmStop, useStartList, useUndoStop } from "../commands";
import { useFloor } from "../place/FloorProvider";
import type { PickList, Stop } from "../wire";
import { progressOf, shortsOf } from "./progress";
import { type Found, shortOf, wishesOf } from "./wishes";

export type Work = ReturnType<typeof useWork>;

interface Draft {
  stop: number;
  found: Found;
}

/** The work on a pick list: what is done, what this device says of the stop, and how it goes on. */
export function useWork(list: PickList, toldAt: number) {
  const { floor } = useFloor();
  const { session } = useAccess();
  const { entries, dismiss } = useOutbox();
  const startList = useStartList();
  const confirmStop = useConfirmStop();
  const undoStop = useUndoStop();
  const progress = useMemo(() => progressOf(list, entries, toldAt), [list, entries, toldAt]);
  const shorts = useMemo(() => shortsOf(list, entries), [list, entries]);
  const [draft, setDraft] = useDraft(list.id);
  const notes = { floor: floor.code, list: list.id };

  function start() {
    const text = `Take pick list ${list.number}`;
    void startList({}, { id: list.id, text, notes: { ...notes, does: "start" }, keeps: [] });
  }
  function send(stop: Stop, found: Found) {
    const picks = shortOf(wishesOf(stop), found);
    void confirmStop(
      { picks },
      {
        id: list.id,
        stop: stop.stop,
        text: `Stop ${list.stops.indexOf(stop) + 1} of ${list.number}`,
        notes: { ...notes, does: "confirm", stop: stop.stop, short: picks.length > 0 },
        keeps: ["short"],
      },
    );
    setDraft(undefined);
  }
  /** Says how much of a wish was found; the stop is sent once all of its wishes are answered. */
  function answer(stop: Stop, key: string, much: number | undefined) {
    const { [key]: _, ...others } = foundAt(stop);
    const found = much === undefined ? others : { ...others, [key]: much };
    if (wishesOf(stop).every((wish) => found[wish.key] !== undefined)) send(stop, found);
    else setDraft({ stop: stop.stop, found });
  }
  function foundAt(stop: Stop): Found {
    return draft?.stop === stop.stop ? draft.found : {};
  }
  function undo(stop: Stop) {
    const before = progress.lastOf(stop);
    void undoStop(
      {},
      {
        id: list.id,
        stop: stop.stop,
        text: `Take back stop ${list.stops.indexOf(stop) + 1} of ${list.number}`,
        notes: { ...notes, does: "undo", stop: stop.stop },
        keeps: [],
        ...(before?.state === "waiting" ? { after: before.id } : {}),
      },
    );
  }
  const own = session.account?.name;
  return { progress, shorts, dismiss, start, answer, foundAt, undo, own };
}

/** What was answered of one stop so far, kept on the device. */
function useDraft(list: string) {
  const name = `pick-draft:${list}`;
  const [draft, setDraft] = useState(() => kept<Draft | null>(name) ?? undefined);
  const set = useCallback(
    (next: Draft | undefined) => {
      keep(name, next ?? null);
      setDraft(next);
    },
    [name],
  );
  return [draft, set] as const;
}

/** Whether all that was wanted at a stop was found, as far as this device or the server knows. */
export function foundWhole(stop: Stop, said: { short?: unknown } | undefined): boolean {
  if (said?.short !== undefined) return said.short === false;
  return stop.picks.every(({ found, quantity }) => found === null || found >= quantity);
}
