import { TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldError } from "@/shared/ui/fieldErrors";
import { changeOrder } from "../api";
import { today } from "../days";
import { type DraftLine, shipToOf } from "../new/draft";
import { LinesEditor } from "../new/LinesEditor";
import { ShipToFields } from "../new/ShipToFields";
import type { Change } from "../types";
import { useNow } from "../useNow";
import { DeedWindow } from "./DeedWindow";
import type { DeedProps } from "./deeds";
import { changed } from "./Replan";
import { useDeed } from "./useDeed";

interface Props extends DeedProps {
  lines: DraftLine[];
}

/** Other lines, another day or another address; all of it is planned anew. */
export function ChangeOrder({ order, lines: before, close, done }: Props) {
  const now = useNow();
  const [lines, setLines] = useState(before);
  const [promised, setPromised] = useState(order.promised ?? "");
  const [shipTo, setShipTo] = useState({
    name: order.shipTo.name ?? "",
    address: order.shipTo.address ?? "",
    postcode: order.shipTo.postcode,
    country: order.shipTo.country,
    residential: order.shipTo.residential ?? true,
  });
  const changing = useDeed(
    order.id,
    (keyed, body: Change) => changeOrder(keyed, order.id, body),
    (next) => done(next, changed(order, next)),
  );
  const { error } = changing;
  const complete = lines.length > 0 && lines.every((line) => line.quantity > 0);
  function submit() {
    changing.mutate({
      version: order.version,
      lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
      shipTo: shipToOf(shipTo),
      promised: promised || null,
    });
  }
  return (
    <DeedWindow
      title={`Change ${order.number}`}
      close={close}
      submit={submit}
      deed="Change and plan it"
      size="lg"
      busy={changing.isPending}
      disabled={!complete || shipTo.postcode.trim() === ""}
      error={error}
    >
      <LinesEditor lines={lines} change={setLines} error={error} />
      <TextInput
        label="At the door by"
        type="date"
        size="md"
        min={today(now)}
        error={fieldError(error, "promised")}
        value={promised}
        onChange={(event) => setPromised(event.currentTarget.value)}
      />
      <ShipToFields shipTo={shipTo} change={setShipTo} error={error} />
    </DeedWindow>
  );
}
