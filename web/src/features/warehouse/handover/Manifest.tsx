import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { DataTable } from "@/shared/ui/DataTable";
import { PageHead } from "@/shared/ui/PageHead";
import { dayAndTime } from "@/shared/ui/time";
import { useFloor } from "../place/FloorProvider";
import css from "../warehouse.module.css";
import type { HandedOver } from "../wire";
import { counted, weight } from "../words";

/** What a carrier took, to be signed by its driver. */
export function Manifest({ told, close }: { told: HandedOver; close(): void }) {
  const { floor } = useFloor();
  const [at] = useState(() => new Date().toISOString());
  const parcels = told.handedOver.reduce((sum, one) => sum + one.cartons, 0);
  const grams = told.handedOver.reduce((sum, one) => sum + one.grossG, 0);
  return (
    <Stack gap="md" maw={900} w="100%">
      <PageHead
        title={`Handed over to ${told.carrier}`}
        text={`${floor.name}, ${dayAndTime(at)}: ${counted(parcels, "parcel")} of ${counted(told.handedOver.length, "shipment")}, ${weight(grams)}.`}
      />
      {told.left.length > 0 && (
        <Alert
          className={css.unprinted ?? ""}
          color="red"
          role="alert"
          title={`${counted(told.left.length, "shipment")} stayed here`}
        >
          {told.left.map((one) => (
            <Text key={one.shipment} size="sm">
              {one.number}: {one.reason}
            </Text>
          ))}
        </Alert>
      )}
      <DataTable
        caption="Manifest"
        framed
        rows={told.handedOver}
        keyOf={(row) => row.shipment}
        columns={[
          { label: "Order", heading: true, cell: (row) => row.number },
          { label: "Tracking", cell: (row) => row.tracking.join(", ") },
          { label: "Parcels", figures: true, cell: (row) => row.cartons },
          { label: "Weight", figures: true, cell: (row) => weight(row.grossG) },
        ]}
      />
      <Group className={css.unprinted}>
        <Button
          h={52}
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => window.print()}
        >
          Print for the driver
        </Button>
        <Button h={52} variant="default" onClick={close}>
          Back to what is packed
        </Button>
      </Group>
    </Stack>
  );
}
