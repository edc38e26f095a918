import { useCallback } from "react";
import { type OutboxEntry, useCommand } from "@/shared/outbox";
import { useStore } from "../place/StoreProvider";
import { type Lot, type Order, orderNotes, orderText } from "./order";
import type { Undoing } from "./undo";

interface Lines {
  lines: readonly { sku: string; quantity: number }[];
}

/** Only for entries that nobody has put into better words. */
function plainly(verb: string) {
  return ({ lines }: Lines) => `${verb} ${lines.map((each) => each.sku).join(", ")}`;
}

const SALE = { path: "/v1/sales", describe: plainly("Sell") } as const;
const RETURN = { path: "/v1/returns", describe: plainly("Take back") } as const;
const RECEIPT = { path: "/v1/receipts", describe: plainly("Receive") } as const;
const COUNT = { path: "/v1/counts", describe: plainly("Count") } as const;
const ADJUSTMENT = { path: "/v1/adjustments", describe: plainly("Adjust") } as const;
const WRITE_OFF = { path: "/v1/write-offs", describe: plainly("Write off") } as const;
const WRITE_OFF_LOT = {
  path: "/v1/lots/write-off",
  describe: ({ sku, lot }: { sku: string; lot: string }) => `Write off lot ${lot} of ${sku}`,
} as const;
const TRANSFER = { path: "/v1/transfers", describe: plainly("Send") } as const;
const CANCEL = {
  path: "/v1/transfers/{id}/cancel",
  describe: () => "Cancel a transfer",
} as const;

function dated(lot: Lot | undefined) {
  if (!lot) return {};
  return lot.code ? { lot: lot.code, expires: lot.expires } : { expires: lot.expires };
}

function ofLot({ code, expires }: Lot, reason: string | undefined) {
  return { lot: code ?? expires, reason: reason ?? "Written off" };
}

/** Gives orders to the server, each once; and takes them back. */
export function useOrders() {
  const { store } = useStore();
  const sell = useCommand(SALE);
  const takeBack = useCommand(RETURN);
  const receive = useCommand(RECEIPT);
  const count = useCommand(COUNT);
  const adjust = useCommand(ADJUSTMENT);
  const writeOff = useCommand(WRITE_OFF);
  const writeOffLot = useCommand(WRITE_OFF_LOT);
  const transfer = useCommand(TRANSFER);
  const cancel = useCommand(CANCEL);

  const give = useCallback(
    (order: Order, after?: string): Promise<OutboxEntry> => {
      const { sku, quantity } = order;
      const line = { sku, location: store.code, quantity };
      const lines = [line];
      const why = order.reason ? { reason: order.reason } : {};
      const sending = {
        text: orderText(order),
        notes: orderNotes(order, store.code),
        ...(after ? { after } : {}),
      };
      switch (order.kind) {
        case "sell":
          return sell({ lines, ...why }, sending);
        case "return":
          return takeBack({ lines, ...why }, sending);
        case "receive":
          return receive({ lines: [{ ...line, ...dated(order.lot) }], ...why }, sending);
        case "count":
          return count({ lines, ...why }, sending);
        case "adjust":
          return adjust({ lines, reason: order.reason ?? "Correction" }, sending);
        case "write-off":
          return order.lot
            ? writeOffLot({ ...line, ...ofLot(order.lot, order.reason) }, sending)
            : writeOff({ lines, reason: order.reason ?? "Written off" }, sending);
        case "transfer": {
          const body = { from: store.code, to: order.to ?? "", lines: [{ sku, quantity }] };
          return transfer({ ...body, ...why }, sending);
        }
      }
    },
    [store.code, sell, takeBack, receive, count, adjust, writeOff, writeOffLot, transfer],
  );

  const undo = useCallback(
    (undoing: Undoing): Promise<OutboxEntry> => {
      if (undoing.by === "order") return give(undoing.order, undoing.order.undoes);
      return cancel(
        { reason: "Undo of a transfer" },
        {
          id: undoing.transfer,
          text: orderText(undoing.order),
          notes: orderNotes(undoing.order, store.code),
        },
      );
    },
    [give, cancel, store.code],
  );
  return { give, undo };
}
