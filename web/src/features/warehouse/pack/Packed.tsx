import { Button, Paper, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck, IconPrinter } from "@tabler/icons-react";
import css from "../warehouse.module.css";
import type { Shipment } from "../wire";
import { counted, weight } from "../words";
import { ToQueue } from "./PackPage";
import { ShipmentLines } from "./ShipmentLines";

/** A packed shipment: its labels, and where its cartons go now. */
export function Packed({ shipment }: { shipment: Shipment }) {
  const many = shipment.cartons.length;
  const here = shipment.state === "packed";
  return (
    <Stack gap="md" maw={760} w="100%">
      <div className={css.doneTitle}>
        <IconCircleCheck size={40} aria-hidden color="var(--mantine-color-green-7)" />
        <Title order={1} size="h2">
          Order {shipment.number} is {shipment.state}
        </Title>
      </div>
      <Text role="status">
        {here
          ? `Put ${many === 1 ? "its label on the carton" : "a label on each carton"} and the ${counted(many, "carton")} to ${shipment.carrier}.`
          : `${shipment.carrier} has it.`}
      </Text>
      <Button
        component="a"
        href={`/v1/shipments/${encodeURIComponent(shipment.id)}/label`}
        target="_blank"
        rel="noreferrer"
        h={64}
        size="lg"
        leftSection={<IconPrinter size={24} aria-hidden />}
      >
        {many === 1 ? "Print the label" : `Print ${many} labels`}
      </Button>
      <Paper withBorder p="md" component="section" aria-label="Parcels">
        <ul className={css.plainList}>
          {shipment.cartons.map((carton, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a carton is known by its place
            <li key={at} className={css.line}>
              <span className={css.codes}>{shipment.tracking[at] ?? ""}</span>
              <span>
                {carton.type}, {weight(carton.grossG)}
              </span>
            </li>
          ))}
        </ul>
      </Paper>
      <ShipmentLines shipment={shipment} />
      <ToQueue />
    </Stack>
  );
}
