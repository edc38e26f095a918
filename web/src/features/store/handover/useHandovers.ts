import { useQuery } from "@tanstack/react-query";
import { answerOf, api, type Schema } from "@/shared/api/client";
import { everyPage, PAGE } from "@/shared/api/pages";
import { useStore } from "../place/StoreProvider";

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
      const here = { location: store.code, limit: PAGE };
      const all = await everyPage((cursor) => {
        const query = { ...here, state: "active", ...(cursor ? { cursor } : {}) } as const;
        return answerOf(api.GET("/v1/reservations", { params: { query }, signal }));
      });
      const end = (one: Schema["Reservation"]) => one.expiresAt ?? "";
      return { ...all, items: all.items.sort((a, b) => (end(a) < end(b) ? -1 : 1)) };
    },
  });
}

/** The reservations at this store that a customer's code means; nothing is asked without one. */
export function useReservationsOf(pickup: string | undefined) {
  const { store } = useStore();
  return useQuery({
    queryKey: ["reservations", store.code, pickup],
    enabled: pickup !== undefined,
    queryFn: async ({ signal }) => {
      const query = { location: store.code, state: "active", pickup: pickup ?? "" } as const;
      return answerOf(api.GET("/v1/reservations", { params: { query }, signal }));
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
      const here = { location: store.code, limit: PAGE };
      const all = await everyPage((cursor) => {
        const query = { ...here, state: "in-transit", ...(cursor ? { cursor } : {}) } as const;
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
