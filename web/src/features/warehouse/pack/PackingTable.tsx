import { Button, Stack, Text, Title } from "@mantine/core";
import { IconPackage } from "@tabler/icons-react";
import { useState } from "react";
import { ScanField } from "@/shared/scan/ScanField";
import { useAccess } from "@/shared/session/SessionProvider";
import { usePack } from "../commands";
import { useFloor } from "../place/FloorProvider";
import css from "../warehouse.module.css";
import type { Shipment } from "../wire";
import { counted } from "../words";
import { Cartons } from "./Cartons";
import { OtherCartons, type UsedCarton } from "./OtherCartons";
import { totesOf } from "./PackQueue";
import { ShipmentCard } from "./ShipmentCard";
import { ShipmentLines } from "./ShipmentLines";
import { usePackingSteps } from "./usePackingSteps";

/** How a shipment is packed: which carton, what goes in next, where and how turned. */
export function PackingTable({ shipment }: { shipment: Shipment }) {
  const packing = usePackingSteps(shipment);
  return (
    <div className={css.beside}>
      <Stack gap="sm">
        <div>
          <Title order={1} size="h2">
            Pack {shipment.number}
          </Title>
          <Text fw={600}>{totesOf(shipment)}</Text>
        </div>
        <ScanField label="Scan what you pack" open={packing.scan} />
        <Cartons shipment={shipment} packing={packing} />
      </Stack>
      <Stack gap="sm">
        <ShipmentCard shipment={shipment} />
        <ShipmentLines shipment={shipment} />
        <Finish shipment={shipment} />
      </Stack>
    </div>
  );
}

/** Says that it is packed: as planned, or otherwise. */
function Finish({ shipment }: { shipment: Shipment }) {
  const { floor } = useFloor();
  const { may } = useAccess();
  const pack = usePack();
  const [otherwise, setOtherwise] = useState(false);
  const [sending, send] = useState(false);
  async function done(cartons?: UsedCarton[]) {
    send(true);
    await pack(cartons ? { cartons } : {}, {
      id: shipment.id,
      text: `Pack order ${shipment.number}`,
      notes: { floor: floor.code, packs: shipment.id },
      keeps: ["tracking"],
    });
    send(false);
  }
  if (!may("fulfil")) return null;
  if (otherwise) {
    return (
      <OtherCartons
        shipment={shipment}
        sending={sending}
        pack={(cartons) => void done(cartons)}
        close={() => setOtherwise(false)}
      />
    );
  }
  return (
    <>
      <Button
        h={64}
        size="lg"
        loading={sending}
        leftSection={<IconPackage size={24} aria-hidden />}
        onClick={() => void done()}
      >
        All packed in {counted(shipment.cartons.length, "carton")}
      </Button>
      <Button variant="default" h={48} onClick={() => setOtherwise(true)}>
        I packed it otherwise, or it weighs more
      </Button>
    </>
  );
}
