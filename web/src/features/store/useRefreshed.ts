import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useOutbox } from "@/shared/outbox";

/** What a command may have changed on the pages of this feature. */
const TOUCHED = ["history", "reservations", "transfers", "lots"];

/** Asks again for what is shown once a command has been done, by whichever tab. */
export function useRefreshed(): void {
  const queries = useQueryClient();
  const { entries } = useOutbox();
  const latest = entries.reduce((most, entry) => Math.max(most, entry.settledAt ?? 0), 0);
  const known = useRef(latest);
  useEffect(() => {
    if (latest <= known.current) return;
    const skus = entries
      .filter((entry) => (entry.settledAt ?? 0) > known.current)
      .map((entry) => entry.notes.sku);
    known.current = latest;
    for (const sku of new Set(skus)) {
      if (sku) void queries.invalidateQueries({ queryKey: ["availability", sku] });
    }
    for (const key of TOUCHED) void queries.invalidateQueries({ queryKey: [key] });
  }, [latest, entries, queries]);
}
