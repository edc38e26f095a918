import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { freshKey } from "@/shared/api/client";
import { isUnsettled } from "@/shared/api/settle";
import type { Order } from "../types";
import { ORDERS, orderKey } from "../useOrders";

interface Attempt {
  key: string;
  body: string;
}

/**
 * Something done to an order. The same thing asked again after a lost answer goes by the same key;
 * after a refusal it is another attempt.
 */
export function useDeed<V>(
  id: string,
  act: (keyed: { key: string }, wanted: V) => Promise<Order>,
  done: (order: Order) => void,
) {
  const queries = useQueryClient();
  const attempt = useRef<Attempt>(undefined);
  return useMutation({
    mutationFn: async (wanted: V) => {
      const body = JSON.stringify(wanted ?? null);
      if (attempt.current?.body !== body) attempt.current = { key: freshKey(), body };
      try {
        const order = await act(attempt.current, wanted);
        attempt.current = undefined;
        return order;
      } catch (failed) {
        if (!isUnsettled(failed)) attempt.current = undefined;
        throw failed;
      }
    },
    onSuccess(order) {
      queries.setQueryData(orderKey(id), order);
      done(order);
    },
    // A refusal too: the order is not what this page showed.
    onSettled: () => queries.invalidateQueries({ queryKey: ORDERS }),
  });
}
