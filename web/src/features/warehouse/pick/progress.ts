import type { OutboxEntry } from "@/shared/outbox";
import type { PickList, ShortPick, Stop } from "../wire";

/** What this device has said about a pick list, some of which the server may not know yet. */
export interface Progress {
  started: boolean;
  isDone(stop: Stop): boolean;
  /** What was said last of a stop, unless it was refused. */
  lastOf(stop: Stop): OutboxEntry | undefined;
}

/**
 * How far a pick list is: as the server told, and for each stop what this device has said since.
 *
 * @param toldAt when the list was last told, milliseconds since 1970
 */
export function progressOf(
  list: PickList,
  entries: readonly OutboxEntry[],
  toldAt: number,
): Progress {
  const said = new Map<number, OutboxEntry>();
  let started = list.state !== "open";
  for (const entry of entries) {
    if (entry.notes.list !== list.id || entry.state === "refused") continue;
    if (entry.notes.does === "start") started = true;
    else if (typeof entry.notes.stop === "number") said.set(entry.notes.stop, entry);
  }
  return {
    started,
    lastOf: (stop) => said.get(stop.stop),
    isDone(stop) {
      const entry = said.get(stop.stop);
      const newer = entry && (entry.state === "waiting" || (entry.settledAt ?? 0) > toldAt);
      return newer ? entry.notes.does === "confirm" : stop.done;
    },
  };
}

/** What became of goods that were not found, of those answers that nobody has put away. */
export function shortsOf(list: PickList, entries: readonly OutboxEntry[]) {
  return entries
    .filter(({ notes, state, seen }) => notes.list === list.id && state === "done" && !seen)
    .map((entry) => ({ entry, short: shortIn(entry.answer) }))
    .filter(({ short }) => short.length > 0);
}

function shortIn(answer: unknown): ShortPick[] {
  if (typeof answer !== "object" || answer === null || !("short" in answer)) return [];
  return Array.isArray(answer.short) ? answer.short : [];
}
