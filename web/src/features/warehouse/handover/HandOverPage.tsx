import { Stack } from "@mantine/core";
import { IconTruckDelivery } from "@tabler/icons-react";
import { useState } from "react";
import { PageHead } from "@/shared/ui/PageHead";
import { Empty, Listed } from "@/shared/ui/States";
import { useShipments } from "../queries";
import type { HandedOver, Shipment } from "../wire";
import { CarrierPile } from "./CarrierPile";
import { Manifest } from "./Manifest";

/** What is packed, by the carrier that takes it. */
export function HandOverPage() {
  const { data, error, refetch } = useShipments("packed");
  const [told, tell] = useState<HandedOver>();
  if (told) return <Manifest told={told} close={() => tell(undefined)} />;
  return (
    <Stack gap={0} maw={900} w="100%">
      <PageHead
        title="Hand over"
        text="When a carrier's van is here: give it all of its parcels, then say so. Their goods leave the stock."
      />
      <Listed
        rows={data && pilesOf(data.items)}
        error={error}
        again={() => void refetch()}
        empty={
          <Empty
            icon={<IconTruckDelivery size={32} aria-hidden />}
            title="Nothing is packed"
            text="Parcels wait here from when they are packed until their carrier takes them."
          />
        }
      >
        {(piles) => (
          <Stack>
            {piles.map(([carrier, shipments]) => (
              <CarrierPile key={carrier} carrier={carrier} shipments={shipments} told={tell} />
            ))}
          </Stack>
        )}
      </Listed>
    </Stack>
  );
}

function pilesOf(shipments: readonly Shipment[]): [string, Shipment[]][] {
  const piles = new Map<string, Shipment[]>();
  for (const shipment of shipments) {
    piles.set(shipment.carrier, [...(piles.get(shipment.carrier) ?? []), shipment]);
  }
  return [...piles].sort(([a], [b]) => (a < b ? -1 : 1));
}
