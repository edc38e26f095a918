import { Text } from "@mantine/core";
import { useLocationNamed } from "@/shared/stock";
import { dayText, wallTime } from "../days";
import { moneyText } from "../money";
import css from "../orders.module.css";
import { ShippedLines } from "../plan/ShippedLines";
import type { Names } from "../plan/useNames";
import type { Shipment } from "../types";
import { counted } from "../words";

interface Props {
  shipment: Shipment;
  currency: string;
  names: Names;
}

/** One shipment of a promise, in four lines. */
export function PromisedShipment({ shipment, currency, names }: Props) {
  const location = useLocationNamed(shipment.location);
  return (
    <li className={css.shipment}>
      <div className={css.ends}>
        <Text fw={600}>
          From {location?.name ?? shipment.location}{" "}
          <span className={css.quiet}>{shipment.location}</span>
        </Text>
        <Text className="figures">{moneyText(shipment.totalMinor, currency)}</Text>
      </div>
      <Text size="sm">
        {shipment.carrier} {shipment.service}, {counted(shipment.cartons.length, "carton")} (
        {shipment.cartons.map((carton) => carton.type).join(", ")})
      </Text>
      <Text size="sm">
        Leaves by {wallTime(shipment.shipBy, location?.timeZone)}, arrives{" "}
        {dayText(shipment.arrival)}
      </Text>
      <ShippedLines lines={shipment.lines} names={names} />
    </li>
  );
}
