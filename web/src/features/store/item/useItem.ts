import { useEffect, useMemo, useRef } from "react";
import { useAccess } from "@/shared/session/SessionProvider";
import {
  type Availability,
  type AvailableAt,
  availableAt,
  type Sku,
  useAvailability,
  useLiveAvailability,
  useSku,
} from "@/shared/stock";
import { useStore } from "../place/StoreProvider";
import { memoryOf } from "./memory";

/** Live figures change several times a second; the memory of the device need not. */
const KEEP_EVERY_MILLIS = 1_000;

export interface Item {
  sku: Sku;
  /** Undefined while it is not known. */
  availability: Availability | undefined;
  here: AvailableAt | undefined;
  /** Other locations, nearest first. */
  elsewhere: AvailableAt[];
  /** Nothing says that these figures are current. */
  stale: boolean;
  live: boolean;
}

/** All about an item at this store: current where the server answers, else as last seen here. */
export function useItem(code: string): { item: Item | undefined; error: Error | null } {
  const { store } = useStore();
  const { session } = useAccess();
  const memory = memoryOf(session.account?.client ?? "");
  const asked = useSku(code);
  const stock = useAvailability(code, { near: store });
  const state = useLiveAvailability([code]);
  const seen = useMemo(() => memory.get(code), [memory, code]);
  const sku = asked.data ?? seen?.sku;
  const answered = stock.data;
  const kept = useRef({ sku: "", at: 0 });

  useEffect(() => {
    if (!sku || !answered) return undefined;
    const keepNow = () => {
      kept.current = { sku: sku.code, at: Date.now() };
      memory.keep({ sku, availability: answered, seenAt: Date.now() });
    };
    const { sku: last, at } = kept.current;
    const wait = last === sku.code ? at + KEEP_EVERY_MILLIS - Date.now() : 0;
    if (wait > 0) {
      const keeping = setTimeout(keepNow, wait);
      return () => clearTimeout(keeping);
    }
    // Who looks for a moment only has seen it, too.
    keepNow();
    return undefined;
  }, [memory, sku, answered]);

  const item = useMemo<Item | undefined>(() => {
    if (!sku) return undefined;
    const availability = answered ?? seen?.availability;
    const away = stock.isError || state === "lost" || state === "stale";
    return {
      sku,
      availability,
      here: availability && availableAt(availability, store.code),
      elsewhere: availability?.locations.filter((row) => row.location !== store.code) ?? [],
      stale: !answered || answered.stale || away,
      live: state === "live",
    };
  }, [sku, answered, seen, stock.isError, state, store.code]);
  return { item, error: item ? null : asked.error };
}
