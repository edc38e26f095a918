import { Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { cancelOrder } from "../api";
import { DeedWindow } from "./DeedWindow";
import type { DeedProps } from "./deeds";
import { useDeed } from "./useDeed";

export function Cancel({ order, close, done }: DeedProps) {
  const [reason, setReason] = useState("");
  const cancelling = useDeed(
    order.id,
    (keyed, why: string) => cancelOrder(keyed, order.id, why),
    (next) => done(next, `Order ${next.number} is cancelled; its stock is free again.`),
  );
  const onTheFloor = order.state !== "placed";
  return (
    <DeedWindow
      title={`Cancel ${order.number}?`}
      close={close}
      submit={() => cancelling.mutate(reason.trim())}
      deed="Cancel the order"
      grave
      busy={cancelling.isPending}
      error={cancelling.error}
    >
      <Text size="sm">
        Its stock is free for others at once, so this cannot be undone: a new order has to find
        stock anew.
        {onTheFloor && " The warehouse has begun with it: what is picked goes back to its slots."}
      </Text>
      <TextInput
        label="Why"
        description="Stands in the history of the order. It may stay empty."
        size="md"
        maxLength={200}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </DeedWindow>
  );
}
