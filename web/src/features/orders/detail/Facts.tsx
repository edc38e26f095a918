import { Card, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { quantityText } from "@/shared/stock";
import { dayAndTime } from "@/shared/ui/time";
import { dayText } from "../days";
import { moneyText } from "../money";
import { countryName } from "../new/countries";
import css from "../orders.module.css";
import { useNames } from "../plan/useNames";
import type { Order } from "../types";
import { together } from "../words";

/** What was ordered, by whom and for when. */
export function Facts({ order }: { order: Order }) {
  const names = useNames(order.lines);
  const arrivals = order.shipments
    .filter(({ state }) => state !== "cancelled")
    .map(({ arrival }) => arrival)
    .sort();
  const last = arrivals.at(-1);
  return (
    <Card withBorder padding="md" component="section" aria-label="What was ordered">
      <Title order={2} size="h4" mb="xs">
        What was ordered
      </Title>
      <ul className={css.goods}>
        {order.lines.map((line) => (
          <li key={line.sku}>
            <b className="figures">{quantityText(line.quantity, names.unitOf(line.sku))}</b> ×{" "}
            {names.nameOf(line.sku)} <span className={css.quiet}>{line.sku}</span>
            {line.amountMinor > 0 && <> for {moneyText(line.amountMinor, order.currency)}</>}
            {line.ordered > line.quantity && (
              <> (ordered {quantityText(line.ordered, names.unitOf(line.sku))})</>
            )}
          </li>
        ))}
      </ul>
      <dl className={css.facts}>
        <Fact label="Ship to">
          <ShipTo order={order} />
        </Fact>
        <Fact label="Promised for">
          {order.promised ? dayText(order.promised) : "no certain day"}
        </Fact>
        {last && <Fact label="Planned to arrive">{dayText(last)}</Fact>}
        <Wishes order={order} />
        <Fact label="Taken">{dayAndTime(order.createdAt)}</Fact>
      </dl>
    </Card>
  );
}

function ShipTo({ order }: { order: Order }) {
  const { name, address, postcode, country, residential } = order.shipTo;
  return (
    <>
      {name && <Text size="sm">{name}</Text>}
      {address && (
        <Text size="sm" style={{ whiteSpace: "pre-line" }}>
          {address}
        </Text>
      )}
      <Text size="sm">
        {postcode}, {countryName(country)}
      </Text>
      <Text size="sm" c="dimmed">
        {residential === false ? "a business" : "a home"}
      </Text>
    </>
  );
}

function Wishes({ order }: { order: Order }) {
  const { maxShipments } = order.preferences ?? {};
  const preferred = order.preferences?.preferred ?? [];
  const excluded = order.preferences?.excluded ?? [];
  return (
    <>
      {preferred.length > 0 && <Fact label="Rather from">{together(preferred)}</Fact>}
      {excluded.length > 0 && <Fact label="Never from">{together(excluded)}</Fact>}
      {maxShipments && <Fact label="At most">{maxShipments} shipments</Fact>}
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
