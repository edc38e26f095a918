import { Text } from "@mantine/core";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { dayText } from "../days";
import { moneyText } from "../money";
import css from "../orders.module.css";
import type { ServiceTried, Shipment } from "../types";
import { sentence } from "../words";

interface Props {
  shipment: Shipment;
  /** The others: what carries it is of the shipment itself. */
  tried: readonly ServiceTried[];
  currency: string;
}

interface Row {
  carrier: string;
  service: string;
  arrival: string | null | undefined;
  postageMinor: number | null | undefined;
  verdict: string;
}

/** Its reason; of a price in the order's money, which the reason knows nothing of. */
function verdictOn(one: ServiceTried, taken: Shipment, currency: string): string {
  const extra = (one.totalMinor ?? 0) - taken.postageMinor;
  const byPrice = one.totalMinor !== null && one.reason.startsWith("costs");
  return byPrice && extra > 0 ? `Costs ${moneyText(extra, currency)} more.` : sentence(one.reason);
}

/** Each service that was asked for a shipment: what it costs, when it arrives, or why it cannot. */
export function Services({ shipment, tried, currency }: Props) {
  const { carrier, service, arrival, postageMinor } = shipment;
  const others = tried
    .filter((one) => one.carrier !== carrier || one.service !== service)
    .map((one) => ({
      ...one,
      arrival: one.arrival,
      postageMinor: one.totalMinor,
      verdict: verdictOn(one, shipment, currency),
    }))
    .sort(
      (a, b) =>
        (a.postageMinor ?? Number.MAX_SAFE_INTEGER) - (b.postageMinor ?? Number.MAX_SAFE_INTEGER),
    );
  const rows: Row[] = [{ carrier, service, arrival, postageMinor, verdict: "Taken." }, ...others];
  const columns: Column<Row>[] = [
    {
      label: "Service",
      heading: true,
      cell: (one) => (
        <>
          {one.carrier}{" "}
          <Text span size="sm" fw={400} c="dimmed">
            {one.service}
          </Text>
        </>
      ),
    },
    { label: "Would arrive", cell: (one) => (one.arrival ? dayText(one.arrival) : "not at all") },
    { label: "Verdict", cell: (one) => one.verdict },
    {
      label: "Postage",
      figures: true,
      cell: (one) => (
        <span className={css.whole}>
          {one.postageMinor == null ? "no price" : moneyText(one.postageMinor, currency)}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={`Services from ${shipment.location}`}
      columns={columns}
      rows={rows}
      keyOf={(one) => `${one.carrier} ${one.service}`}
    />
  );
}
