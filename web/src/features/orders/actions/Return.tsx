import { Button, NumberInput, Select, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { quantityText } from "@/shared/stock";
import { returnGoods } from "../api";
import css from "../orders.module.css";
import { useNames } from "../plan/useNames";
import type { ReturnBody, Shipment } from "../types";
import { stateSaid } from "../words";
import { DeedWindow } from "./DeedWindow";
import type { DeedProps } from "./deeds";
import { allSellable, type CameBack, leftOf, returnLines, troubleIn } from "./returning";
import { useDeed } from "./useDeed";

const NOTHING: ReadonlyMap<string, CameBack> = new Map();

/** Books what came back: onto the shelf, or off it. */
export function Return({ order, close, done }: DeedProps) {
  const sent = order.shipments.filter(
    ({ id, state }) => id && (state === "shipped" || state === "delivered"),
  );
  const [chosen, setChosen] = useState(sent[0]);
  const [back, setBack] = useState(NOTHING);
  const [reason, setReason] = useState("");
  const returning = useDeed(
    order.id,
    (keyed, body: ReturnBody) => returnGoods(keyed, order.id, body),
    (next) => done(next, `The return to order ${next.number} is booked.`),
  );
  const trouble = chosen ? troubleIn(chosen, back) : "Nothing of it was sent.";
  function choose(id: string | null) {
    const shipment = sent.find((one) => one.id === id);
    if (!shipment) return;
    setChosen(shipment);
    setBack(NOTHING);
  }
  function submit() {
    if (!chosen?.id || trouble) return;
    const why = reason.trim();
    const lines = returnLines(back);
    returning.mutate({ shipment: chosen.id, lines, ...(why ? { reason: why } : {}) });
  }
  return (
    <DeedWindow
      title={`Return of ${order.number}`}
      close={close}
      submit={submit}
      deed="Book the return"
      size="lg"
      busy={returning.isPending}
      disabled={trouble !== undefined}
      error={returning.error}
    >
      {sent.length > 1 && (
        <Select
          label="Shipment"
          size="md"
          allowDeselect={false}
          data={sent.map((one) => ({ value: one.id ?? "", label: named(one) }))}
          value={chosen?.id ?? null}
          onChange={choose}
        />
      )}
      {chosen && <Lines order={order} shipment={chosen} back={back} change={setBack} />}
      {chosen && (
        <Button variant="default" size="md" onClick={() => setBack(allSellable(chosen))}>
          All of it came back, sellable
        </Button>
      )}
      <Text size="sm">
        What can be sold goes back into the stock of {chosen?.location}; what is damaged is written
        off there.
      </Text>
      <TextInput
        label="Why it came back"
        size="md"
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {trouble && (
        <Text size="sm" role="status">
          {trouble}
        </Text>
      )}
    </DeedWindow>
  );
}

function named(shipment: Shipment): string {
  return `From ${shipment.location} by ${shipment.carrier}, ${stateSaid(shipment.state).label.toLowerCase()}`;
}

interface LinesProps {
  order: DeedProps["order"];
  shipment: Shipment;
  back: ReadonlyMap<string, CameBack>;
  change(back: ReadonlyMap<string, CameBack>): void;
}

function Lines({ order, shipment, back, change }: LinesProps) {
  const names = useNames(order.lines);
  return (
    <ul className={css.lines} aria-label="What came back">
      {[...leftOf(shipment)].map(([sku, left]) => {
        const now = back.get(sku) ?? { sellable: 0, damaged: 0 };
        const put = (part: Partial<CameBack>) =>
          change(new Map(back).set(sku, { ...now, ...part }));
        const name = names.nameOf(sku);
        return (
          <li key={sku} className={css.line}>
            <div className={css.lineName}>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {sku}, {quantityText(left, names.unitOf(sku))} out there
              </Text>
            </div>
            <div className={css.lineFigures}>
              <Figure
                label="Sellable"
                of={name}
                most={left}
                value={now.sellable}
                put={(sellable) => put({ sellable })}
              />
              <Figure
                label="Damaged"
                of={name}
                most={left}
                value={now.damaged}
                put={(damaged) => put({ damaged })}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

interface FigureProps {
  label: string;
  of: string;
  most: number;
  value: number;
  put(value: number): void;
}

function Figure({ label, of, most, value, put }: FigureProps) {
  return (
    <NumberInput
      label={label}
      aria-label={`${label}: ${of}`}
      size="md"
      w={110}
      min={0}
      max={most}
      allowNegative={false}
      decimalScale={Number.isInteger(most) ? 0 : 3}
      value={value}
      onChange={(next) => put(Number(next) || 0)}
    />
  );
}
