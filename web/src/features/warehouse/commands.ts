import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useCommand, useOutbox } from "@/shared/outbox";
import { FLOOR } from "./queries";

const START_WAVE = { path: "/v1/waves", describe: () => "Start a wave" } as const;
const CANCEL_WAVE = { path: "/v1/waves/{id}/cancel", describe: () => "Cancel a wave" } as const;
const START_LIST = {
  path: "/v1/pick-lists/{id}/start",
  describe: () => "Take a pick list",
} as const;
const CONFIRM_STOP = {
  path: "/v1/pick-lists/{id}/stops/{stop}",
  describe: () => "Confirm a stop",
} as const;
const UNDO_STOP = {
  path: "/v1/pick-lists/{id}/stops/{stop}/undo",
  describe: () => "Take back a stop",
} as const;
const PACK = { path: "/v1/shipments/{id}/pack", describe: () => "Pack a shipment" } as const;
const HAND_OVER = { path: "/v1/hand-overs", describe: () => "Hand over to a carrier" } as const;

export const useStartWave = () => useCommand(START_WAVE);
export const useCancelWave = () => useCommand(CANCEL_WAVE);
export const useStartList = () => useCommand(START_LIST);
export const useConfirmStop = () => useCommand(CONFIRM_STOP);
export const useUndoStop = () => useCommand(UNDO_STOP);
export const usePack = () => useCommand(PACK);
export const useHandOver = () => useCommand(HAND_OVER);

/** Asks again for what is shown once a command has been done, by whichever tab. */
export function useRefreshed(): void {
  const queries = useQueryClient();
  const { entries } = useOutbox();
  const latest = entries.reduce((most, entry) => Math.max(most, entry.settledAt ?? 0), 0);
  const known = useRef(latest);
  useEffect(() => {
    if (latest <= known.current) return;
    known.current = latest;
    void queries.invalidateQueries({ queryKey: [FLOOR] });
  }, [latest, queries]);
}
