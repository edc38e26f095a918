import { useMemo } from "react";
import type { Schema } from "@/shared/api/client";
import type { BasketLine } from "./basket";
import { useKept } from "./kept";

/** What this device knows of a reservation; its id is the only proof of whose it is. */
export interface KeptReservation {
  id: string;
  state: Schema["ReservationState"];
  madeAt: string;
  expiresAt: string;
  lines: BasketLine[];
}

const NOTHING: KeptReservation[] = [];
const MOST = 50;

export function useReservations() {
  const [reservations, change] = useKept("reservations", NOTHING);
  const actions = useMemo(
    () => ({
      add: (made: KeptReservation) =>
        change((old) => [made, ...old.filter((each) => each.id !== made.id)].slice(0, MOST)),
      update: (id: string, news: Partial<KeptReservation>) =>
        change((old) => old.map((each) => (each.id === id ? { ...each, ...news } : each))),
      forget: (id: string) => change((old) => old.filter((each) => each.id !== id)),
    }),
    [change],
  );
  return { reservations, ...actions };
}
