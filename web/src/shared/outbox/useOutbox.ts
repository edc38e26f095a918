import { useCallback, useMemo, useSyncExternalStore } from "react";
import { idempotencyKey } from "@/shared/api/client";
import { useAccess } from "@/shared/session/SessionProvider";
import { personOf } from "@/shared/session/session";
import type { CommandBody, CommandPath, Notes, OutboxEntry } from "./entry";
import { outboxOf } from "./outboxes";

/** What the signed-in person has given, oldest first, and what one can do about it. */
export function useOutbox() {
  const { session } = useAccess();
  const outbox = outboxOf(personOf(session));
  const entries = useSyncExternalStore(outbox.watch, outbox.entries);
  return useMemo(
    () => ({
      entries,
      waiting: entries.filter((entry) => entry.state === "waiting"),
      refused: entries.filter((entry) => entry.state === "refused" && !entry.seen),
      sending: outbox.sending,
      sendNow: () => outbox.sendNow(),
      again: (id: string) => outbox.again(id),
      dismiss: (id: string) => outbox.dismiss(id),
    }),
    [entries, outbox],
  );
}

export interface Sending {
  /** Replaces `{id}` in the path. */
  id?: string;
  /** Replaces `{stop}` in the path. */
  stop?: number;
  notes?: Notes;
  /** Better words than the command's own. */
  text?: string;
  /** The entry that has to be done first. */
  after?: string;
  /** Members of the answer that are kept; all of a short answer without. */
  keeps?: readonly string[];
}

interface Command<P extends CommandPath> {
  path: P;
  /** What the person does, as a sentence without its full stop. */
  describe(body: CommandBody<P>): string;
}

/**
 * A command that is sent once, now or when the server can be reached again. The answer is the entry
 * after the first try: done, refused, or still waiting.
 */
export function useCommand<P extends CommandPath>({ path, describe: words }: Command<P>) {
  const { session } = useAccess();
  const outbox = outboxOf(personOf(session));
  return useCallback(
    (
      body: CommandBody<P>,
      { id, stop, notes = {}, text, after, keeps }: Sending = {},
    ): Promise<OutboxEntry> => {
      const now = Date.now();
      return outbox.take({
        id: idempotencyKey()["Idempotency-Key"],
        path: path
          .replace("{id}", encodeURIComponent(id ?? ""))
          .replace("{stop}", String(stop ?? "")),
        body: JSON.stringify(body),
        text: text ?? words(body),
        notes,
        madeAt: now,
        state: "waiting",
        tries: 0,
        nextTryAt: now,
        ...(after ? { after } : {}),
        ...(keeps ? { keeps } : {}),
      });
    },
    [outbox, path, words],
  );
}
