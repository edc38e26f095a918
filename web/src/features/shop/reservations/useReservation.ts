import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { answerOf, api, idempotencyKey, type Schema } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
import { noteServerTime } from "@/shared/stock";
import { type KeptReservation, useReservations } from "../device/reservations";

const AGAIN_MILLIS = 20_000;
/** The most that a shopper may ask for. */
const HOUR_SECONDS = 3600;

/** A reservation as the server has it, while it runs; as this device knows it, afterwards. */
export function useReservation(known: KeptReservation) {
  const { id } = known;
  const { update } = useReservations();
  const running = known.state === "active";
  const answer = useQuery({
    queryKey: ["reservation", id],
    queryFn: ({ signal }) =>
      answerOf(api.GET("/v1/reservations/{id}", { params: { path: { id } }, signal })),
    enabled: running,
    refetchInterval: AGAIN_MILLIS,
  });
  const told = answer.data;
  useEffect(() => {
    if (!told) return;
    const { state, expiresAt } = told;
    update(id, expiresAt ? { state, expiresAt } : { state });
  }, [told, id, update]);
  const gone = answer.error instanceof ApiError && answer.error.status === 404;
  return { running: running && !gone, gone, answer };
}

type Command = "extend" | "release";

/** Extend and release. Pressed again after no answer, the same key asks what became of it. */
export function useReservationCommand(id: string, command: Command) {
  const { update } = useReservations();
  const queries = useQueryClient();
  const key = useRef<{ "Idempotency-Key": string }>(undefined);
  return useMutation({
    mutationFn: (): Promise<Schema["ReservationAnswer"]> => {
      key.current ??= idempotencyKey();
      const params = { path: { id }, header: key.current };
      if (command === "extend") {
        const body = { ttlSeconds: HOUR_SECONDS };
        return answerOf(api.POST("/v1/reservations/{id}/extend", { params, body }));
      }
      const body = { reason: "given back in the shop" };
      return answerOf(api.POST("/v1/reservations/{id}/release", { params, body }));
    },
    onSuccess: ({ state, expiresAt, at }) => {
      noteServerTime(at);
      update(id, { state, ...(expiresAt ? { expiresAt } : {}) });
    },
    onSettled: (_done, failed) => {
      if (!ApiError.isPassing(failed)) key.current = undefined;
      void queries.invalidateQueries({ queryKey: ["reservation", id] });
    },
  });
}
