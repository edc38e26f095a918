import { useInterval } from "@mantine/hooks";
import { useState } from "react";
import { useOutbox } from "@/shared/outbox";
import { useStore } from "../place/StoreProvider";
import { recentAt, undoneOf } from "./recent";
import { undoingOf } from "./undo";
import { useOrders } from "./useOrders";

/** Undo is offered for minutes; looking twice in one is enough to take it away. */
const LOOK_AGAIN_MILLIS = 20_000;

/** What was done at this store lately, and how to take it back. */
export function useRecent() {
  const { store } = useStore();
  const outbox = useOutbox();
  const { undo } = useOrders();
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), LOOK_AGAIN_MILLIS, { autoInvoke: true });
  const undone = undoneOf(outbox.entries);
  return {
    outbox,
    undone,
    recent: recentAt(outbox.entries, store.code, now),
    /** How to take it back, where that is still possible. */
    undoing: (id: string) => {
      const entry = outbox.entries.find((each) => each.id === id);
      const way = entry && !undone.has(id) ? undoingOf(entry, now) : undefined;
      return way && (() => void undo(way));
    },
  };
}
