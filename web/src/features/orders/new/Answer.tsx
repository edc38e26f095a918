import { Alert, Stack, Text } from "@mantine/core";
import { useLocationNamed } from "@/shared/stock";
import { dayText, wallTime } from "../days";
import { moneyText } from "../money";
import css from "../orders.module.css";
import { CostTable } from "../plan/CostTable";
import { Obstacles } from "../plan/Obstacles";
import type { Names } from "../plan/useNames";
import type { Promised } from "../types";
import { counted } from "../words";
import { PromisedShipment } from "./PromisedShipment";

interface Props {
  promised: Promised;
  wanted: string | undefined;
  names: Names;
}

/** What would happen: when it arrives, what it costs, and from where. */
export function Answer({ promised, wanted, names }: Props) {
  const location = useLocationNamed(promised.shipments[0]?.location);
  const { arrival, cost, currency, shipments } = promised;
  if (!promised.possible || !arrival || !cost || !currency) {
    return <Obstacles title="It cannot be shipped like this" obstacles={promised.obstacles} />;
  }
  return (
    <Stack gap="sm">
      <div className={css.ends}>
        <div>
          <Text size="sm" c="dimmed">
            Arrives
          </Text>
          <Text className={css.headline}>{dayText(arrival)}</Text>
        </div>
        <div>
          <Text size="sm" c="dimmed" ta="end">
            Costs you
          </Text>
          <Text className={css.headline} ta="end">
            {moneyText(cost.totalMinor, currency)}
          </Text>
        </div>
      </div>
      {wanted && arrival > wanted && (
        <Alert color="orange" role="status">
          That is after {dayText(wanted)}, the day you gave.
        </Alert>
      )}
      <Text size="sm">
        In {counted(shipments.length, "shipment")}
        {wanted && arrival <= wanted ? `, in time for ${dayText(wanted)}.` : "."}
      </Text>
      <Text size="sm" c="dimmed">
        Good until {wallTime(promised.validUntil, location?.timeZone)}, as long as nobody buys the
        stock.
      </Text>
      <ul className={css.shipments}>
        {shipments.map((shipment) => (
          <PromisedShipment
            key={shipment.id}
            shipment={shipment}
            currency={currency}
            names={names}
          />
        ))}
      </ul>
      <CostTable caption="What it costs" cost={cost} currency={currency} />
    </Stack>
  );
}
