import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { freshKey } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
import { isUnsettled } from "@/shared/api/settle";
import { keep, kept } from "@/shared/session/kept";
import { placeOrder } from "../api";
import type { Order, OrderBody } from "../types";
import { ORDERS, orderKey } from "../useOrders";

/** An order that was sent and not answered: only its key can tell what became of it. */
interface Attempt {
  key: string;
  body: OrderBody;
}

const KEPT_AS = "order-attempt";

/** Placing an order so that a lost answer never makes two of it. */
export function usePlace(done: (order: Order) => void) {
  const queries = useQueryClient();
  const [unsettled, setUnsettled] = useState(() => kept<Attempt | null>(KEPT_AS) ?? undefined);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<ApiError | null>(null);

  function remember(attempt: Attempt | undefined) {
    keep(KEPT_AS, attempt ?? null);
    setUnsettled(attempt);
  }
  async function send(attempt: Attempt): Promise<void> {
    setSending(true);
    setProblem(null);
    // Kept first: a page that is closed now can still ask what became of it.
    remember(attempt);
    try {
      const order = await placeOrder(attempt, attempt.body);
      remember(undefined);
      queries.setQueryData(orderKey(order.id), order);
      void queries.invalidateQueries({ queryKey: [...ORDERS, "list"] });
      done(order);
    } catch (failed) {
      if (!(failed instanceof ApiError)) throw failed;
      if (!isUnsettled(failed)) remember(undefined);
      setProblem(failed);
    } finally {
      setSending(false);
    }
  }
  return {
    sending,
    problem,
    /** Sent, and nobody knows whether it was placed. */
    unsettled: sending ? undefined : unsettled,
    place: (body: OrderBody) => void send({ key: freshKey(), body }),
    askAgain: () => unsettled && void send(unsettled),
    forgetProblem: () => setProblem(null),
  };
}

export type Placing = ReturnType<typeof usePlace>;
