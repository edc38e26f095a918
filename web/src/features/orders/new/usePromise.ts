import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { freshKey } from "@/shared/api/client";
import { keep, kept } from "@/shared/session/kept";
import { giveUpHold, promise } from "../api";
import type { OrderBody, Promised } from "../types";

/** Long enough to ask the customer, short enough that nobody else waits for what is not bought. */
export const HOLD_SECONDS = 900;

const KEPT_AS = "order-hold";

/** Stock that is kept for the order being written. */
export interface Hold {
  id: string;
  until: string;
}

interface Told {
  /** What was asked, as text: another draft makes it stale. */
  about: string;
  promised: Promised;
}

function unheld(body: OrderBody): string {
  const { reservation: _, ...rest } = body;
  return JSON.stringify(rest);
}

/** Asks what would happen, and holds the stock for it. Neither makes an order. */
export function usePromise() {
  const queries = useQueryClient();
  const [told, setTold] = useState<Told>();
  const [hold, setHold] = useState<Hold | undefined>(() => kept<Hold | null>(KEPT_AS) ?? undefined);
  function remember(next: Hold | undefined) {
    keep(KEPT_AS, next ?? null);
    setHold(next);
  }
  const asking = useMutation({
    mutationFn: async ({ body, held }: { body: OrderBody; held: boolean }) => {
      const wanted = held ? { ...body, hold: { ttlSeconds: HOLD_SECONDS } } : body;
      const promised = await promise({ key: freshKey() }, wanted);
      return { about: unheld(body), promised };
    },
    onSuccess(answer) {
      setTold(answer);
      const { hold: id, validUntil } = answer.promised;
      if (id && validUntil) remember({ id, until: validUntil });
      if (id) void queries.invalidateQueries({ queryKey: ["search"] });
    },
  });
  const givingUp = useMutation({
    mutationFn: (id: string) => giveUpHold({ key: freshKey() }, id),
    // Over or given up already: it is gone either way.
    onSettled: () => remember(undefined),
  });
  return {
    told,
    hold,
    asking,
    check: (body: OrderBody) => asking.mutate({ body, held: false }),
    keepStock: (body: OrderBody) => asking.mutate({ body, held: true }),
    giveUp: () => hold && givingUp.mutate(hold.id),
    givingUp: givingUp.isPending,
    isAbout: (body: OrderBody) => told?.about === unheld(body),
    forget() {
      remember(undefined);
      setTold(undefined);
      asking.reset();
    },
  };
}

export type Asking = ReturnType<typeof usePromise>;
