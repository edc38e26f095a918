import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { freshKey } from "@/shared/api/client";
import type { ApiError } from "@/shared/api/errors";
import { type Outcome, send, type Upload } from "./upload";

export type Stage =
  | { at: "choosing" }
  | { at: "sending"; upload: Upload; share: number }
  | { at: "ended"; upload: Upload; outcome: Outcome }
  | { at: "failed"; upload: Upload; error: Error };

/** One file on its way. It goes on in the background of the page, and stops when that is left. */
export function useImport() {
  const queries = useQueryClient();
  const [stage, setStage] = useState<Stage>({ at: "choosing" });
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  async function start(upload: Upload) {
    const stopped = new AbortController();
    stop.current = stopped;
    setStage({ at: "sending", upload, share: 0 });
    try {
      const tell = (share: number) => setStage({ at: "sending", upload, share });
      const outcome = await send(upload, tell, stopped.signal);
      setStage({ at: "ended", upload, outcome });
      // Stock, names and places may all be others now.
      if (!outcome.refused) await queries.invalidateQueries();
    } catch (error) {
      if (stopped.signal.aborted) return;
      setStage({ at: "failed", upload, error: error as ApiError });
    }
  }
  return {
    stage,
    /** Sends a file as a new command. */
    begin: (upload: Omit<Upload, "idempotencyKey">) =>
      void start({ ...upload, idempotencyKey: freshKey() }),
    /** Sends the same command again, which happens once however often it is sent. */
    again: (upload: Upload) => void start(upload),
    clear() {
      stop.current?.abort();
      setStage({ at: "choosing" });
    },
  };
}
