import { useState } from "react";
import { answerOf, api, idempotencyKey, type Schema } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
import { isUnsettled, settled } from "@/shared/api/settle";
import { noteServerTime } from "@/shared/stock";
import { type BasketLine, useBasket } from "../device/basket";
import { useKept } from "../device/kept";
import { useReservations } from "../device/reservations";

export type RefusedLine = Schema["RefusedLine"];

/** A reservation that was asked for and not answered: only its key can tell what became of it. */
interface Attempt {
  key: string;
  lines: BasketLine[];
  ttlSeconds: number;
}

const NONE: Attempt | null = null;

function post({ key, lines, ttlSeconds }: Attempt) {
  const body = {
    lines: lines.map(({ sku, location, quantity }) => ({ sku, location, quantity })),
    ttlSeconds,
    reason: "pick-up, asked for in the shop",
  };
  const params = { header: { "Idempotency-Key": key } };
  return answerOf(api.POST("/v1/reservations", { params, body }));
}

function refusedLines(problem: ApiError): RefusedLine[] {
  const lines = problem.problem?.lines;
  return Array.isArray(lines) ? (lines as RefusedLine[]) : [];
}

/** Reserving what is in the basket, all of the lines given or none. */
export function useReserve(done: (id: string) => void) {
  const basket = useBasket();
  const reservations = useReservations();
  const [unsettled, keep] = useKept<Attempt | null>("attempt", NONE);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<ApiError>();
  const [asked, setAsked] = useState<BasketLine[]>([]);

  async function send(attempt: Attempt): Promise<void> {
    setSending(true);
    setAsked(attempt.lines);
    setProblem(undefined);
    // Kept first: a page that is closed now can still ask what became of it.
    keep(() => attempt);
    try {
      const made = await settled(() => post(attempt));
      noteServerTime(made.at);
      const { id, state, at, expiresAt = at } = made;
      reservations.add({ id, state, madeAt: at, expiresAt, lines: attempt.lines });
      basket.remove(attempt.lines);
      keep(() => null);
      done(id);
    } catch (failed) {
      if (!(failed instanceof ApiError)) throw failed;
      if (!isUnsettled(failed)) keep(() => null);
      setProblem(failed);
    } finally {
      setSending(false);
    }
  }

  return {
    sending,
    /** Asked for, and nobody knows whether it was done. */
    unsettled: sending ? null : unsettled,
    problem,
    /** The lines of the last attempt, as they were asked for. */
    asked,
    refused: problem ? refusedLines(problem) : [],
    reserve: (lines: BasketLine[], ttlSeconds: number) =>
      void send({ key: idempotencyKey()["Idempotency-Key"], lines, ttlSeconds }),
    askAgain: () => {
      if (unsettled) void send(unsettled);
    },
  };
}
