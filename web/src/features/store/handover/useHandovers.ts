import { useQuery } from "@tanstack/react-query";
import { answerOf, api, type Schema } from "@/shared/api/client";
import { useStore } from "../place/StoreProvider";
import { everyPage, PAGE } from "./pages";

const LOOK_AGAIN_MILLIS = 15_000;

export type Reservation = Schema["Reservation"];
export type Transfer = Schema["Transfer"];

/** Reservations with something at this store; those whose time is over soonest come first. */
export function useReservationsHere() {
  const { store } = useStore();
  return useQuery({
    queryKey: ["reservations", store.code],
    refetchInterval: LOOK_AGAIN_MILLIS,
    queryFn: async ({ signal }) => {
      const all = await everyPage((cursor) => {
        const query = { state: "active", limit: PAGE, ...(cursor ? { cursor } : {}) } as const;
        return answerOf(api.GET("/v1/reservations", { params: { query }, signal }));
      });
      const items = all.items
        .filter(({ lines }) => lines.some((line) => line.location === store.code))
        .sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1));
      return { ...all, items };
    },
  });
}

/** Transfers on their way to this store or from it. */
export function useTransfersHere() {
  const { store } = useStore();
  return useQuery({
    queryKey: ["transfers", store.code],
    refetchInterval: LOOK_AGAIN_MILLIS,
    queryFn: async ({ signal }) => {
      const all = await everyPage((cursor) => {
        const query = { state: "in-transit", limit: PAGE, ...(cursor ? { cursor } : {}) } as const;
        return answerOf(api.GET("/v1/transfers", { params: { query }, signal }));
      });
      const arriving = all.items.filter(({ to }) => to === store.code);
      const sent = all.items.filter(({ lines }) =>
        lines.some((line) => line.location === store.code),
      );
      return { arriving, sent, more: all.more };
    },
  });
}
