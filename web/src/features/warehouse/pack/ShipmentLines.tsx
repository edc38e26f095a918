import { Text } from "@mantine/core";
import { quantityText } from "@/shared/stock";
import { DataTable } from "@/shared/ui/DataTable";
import type { Shipment } from "../wire";
import { day } from "../words";

/** Everything that a shipment brings. */
export function ShipmentLines({ shipment }: { shipment: Shipment }) {
  return (
    <DataTable
      caption="What is in it"
      framed
      rows={shipment.lines}
      keyOf={(line) => line.line}
      columns={[
        {
          label: "Item",
          heading: true,
          cell: (line) => (
            <>
              <Text fw={600} size="sm">
                {line.name}
              </Text>
              <Text size="xs" c="dimmed">
                {line.sku}
              </Text>
            </>
          ),
        },
        { label: "Lots", cell: (line) => lotsOf(line) },
        {
          label: "Quantity",
          figures: true,
          cell: (line) => quantityText(line.quantity, line.unit),
        },
      ]}
    />
  );
}

function lotsOf({ lots, unit }: Shipment["lines"][number]): string {
  if (lots.length === 0) return "–";
  return lots
    .map(({ lot, expires, quantity }) => {
      const much = lots.length > 1 ? `${quantityText(quantity, unit)} of ` : "";
      return `${much}${lot}${expires ? `, best before ${day(expires)}` : ""}`;
    })
    .join("; ");
}
