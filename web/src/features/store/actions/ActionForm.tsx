import { Button, NativeSelect, SegmentedControl, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { distanceKm, distanceText } from "@/shared/stock";
import type { Item } from "../item/useItem";
import { useStore } from "../place/StoreProvider";
import classes from "../store.module.css";
import { Effect } from "./Effect";
import type { Action } from "./kinds";
import { LotFields } from "./LotFields";
import { type Order, orderText } from "./order";
import { QuantityPad } from "./QuantityPad";
import { Reason } from "./Reason";
import { useQuantity } from "./useQuantity";

interface Form {
  action: Action;
  item: Item;
  give(order: Order): void;
}

export function ActionForm({ action, item, give }: Form) {
  const { sku, here } = item;
  const { kind } = action;
  const places = useDestinations();
  const proposed = kind === "count" ? String(here?.onHand ?? "") : sku.scale > 0 ? "" : "1";
  const entry = useQuantity({ codes: [...sku.barcodes, sku.code], scale: sku.scale }, proposed);
  const [direction, setDirection] = useState("more");
  const [reason, setReason] = useState("");
  const [to, setTo] = useState("");
  const [expires, setExpires] = useState("");
  const [lot, setLot] = useState("");

  const amount = entry.quantity;
  const enough = amount !== undefined && (kind === "count" || amount > 0);
  const missing = !enough
    ? "Enter how many"
    : action.reasonRequired && !reason.trim()
      ? "Choose why"
      : kind === "transfer" && !to
        ? "Choose where to"
        : lot && !expires
          ? "Enter the last day of use"
          : undefined;
  const order: Order = {
    kind,
    sku: sku.code,
    name: sku.name,
    unit: sku.unit,
    quantity: kind === "adjust" && direction === "fewer" ? -(amount ?? 0) : (amount ?? 0),
    ...(reason.trim() ? { reason: reason.trim() } : {}),
    ...(expires ? { lot: { expires, ...(lot ? { code: lot } : {}) } } : {}),
    ...(to ? { to, toName: places.find((place) => place.value === to)?.name ?? to } : {}),
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    if (entry.settle().is === "quantity" && !missing) give(order);
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <div>
          <Text fw={600}>{sku.name}</Text>
          <Text size="sm" c="dimmed">
            {sku.code}
          </Text>
        </div>
        {kind === "adjust" && (
          <SegmentedControl
            fullWidth
            size="md"
            aria-label="Direction"
            value={direction}
            onChange={setDirection}
            data={[
              { value: "more", label: "There is more" },
              { value: "fewer", label: "There is less" },
            ]}
          />
        )}
        {kind === "transfer" && (
          <NativeSelect
            label="To"
            size="md"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            data={[
              { value: "", label: "Choose where the goods go" },
              ...places.map(({ value, label }) => ({ value, label })),
            ]}
          />
        )}
        <QuantityPad
          entry={entry}
          unit={sku.unit}
          scale={sku.scale}
          label={kind === "count" ? "What is there" : "Quantity"}
        />
        {kind === "receive" && (
          <LotFields expires={expires} setExpires={setExpires} lot={lot} setLot={setLot} />
        )}
        {(action.reasons.length > 0 || action.reasonRequired) && (
          <Reason action={action} value={reason} onChange={setReason} />
        )}
        <Stack gap="xs" className={classes.confirm ?? ""}>
          <Effect order={order} here={enough ? here : undefined} stale={item.stale} />
          <Button type="submit" size="xl" disabled={missing !== undefined} fullWidth>
            {missing ?? shortened(order)}
          </Button>
        </Stack>
      </Stack>
    </form>
  );
}

/** What and where to stand above; the button says the rest. */
function shortened(order: Order): string {
  const { toName: _, ...rest } = order;
  return orderText({ ...rest, name: "" }).replace(" × ", "");
}

function useDestinations() {
  const { store, locations } = useStore();
  return locations
    .filter((location) => location.code !== store.code)
    .map((location) => ({ ...location, km: distanceKm(store, location) }))
    .sort((a, b) => a.km - b.km)
    .map(({ code, name, km }) => ({
      value: code,
      name,
      label: `${name} (${code}), ${distanceText(km)}`,
    }));
}
