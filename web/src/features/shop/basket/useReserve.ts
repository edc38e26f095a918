import { useState } from "react";
import { answerOf, api, idempotencyKey, type Schema } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
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
const PAUSES_MILLIS = [600, 1_500, 3_500];
const UNSETTLED = new Set(["unreachable", "outcome-unknown", "still-running"]);

function pause(millis: number): Promise<void> {
  return new Promise((done) => setTimeout(done, millis));
}

function post({ key, lines, ttlSeconds }: Attempt) {
  const body = {
    lines: lines.map(({ sku, location, quantity }) => ({ sku, location, quantity })),
    ttlSeconds,
    reason: "pick-up, asked for in the shop",
  };
  const params = { header: { "Idempotency-Key": key } };
  return answerOf(api.POST("/v1/reservations", { params, body }));
}

/** Asks until there is an answer or patience ends. The key makes it happen once. */
async function settled(attempt: Attempt): Promise<Schema["ReservationAnswer"]> {
  for (const millis of PAUSES_MILLIS) {
    try {
      return await post(attempt);
    } catch (failed) {
      const again = failed instanceof ApiError && failed.kind === "still-running";
      if (!again && !ApiError.isPassing(failed)) throw failed;
      await pause(millis);
    }
  }
  return post(attempt);
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
      const made = await settled(attempt);
      noteServerTime(made.at);
      const { id, state, at, expiresAt = at } = made;
      reservations.add({ id, state, madeAt: at, expiresAt, lines: attempt.lines });
      basket.remove(attempt.lines);
      keep(() => null);
      done(id);
    } catch (failed) {
      if (!(failed instanceof ApiError)) throw failed;
      if (!UNSETTLED.has(failed.kind)) keep(() => null);
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
