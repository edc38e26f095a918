import { Alert, SegmentedControl, Text } from "@mantine/core";
import { CartonSteps, centimetres, type Extents } from "@/shared/carton";
import type { Shipment } from "../wire";
import { weight } from "../words";
import type { Packing } from "./usePackingSteps";

interface Props {
  shipment: Shipment;
  packing: Packing;
}

/** The cartons of a shipment, one at a time, step by step. */
export function Cartons({ shipment, packing }: Props) {
  const { cartons } = shipment;
  const { at } = packing;
  const carton = cartons[at];
  if (!carton) {
    return (
      <Alert color="orange">
        No cartons are planned for what is left of it. Say at the end which ones you used.
      </Alert>
    );
  }
  const names = new Map(shipment.lines.map(({ sku, name }) => [sku, name]));
  return (
    <>
      {cartons.length > 1 && (
        <SegmentedControl
          size="lg"
          fullWidth
          aria-label="Which carton"
          value={String(at)}
          onChange={(chosen) => packing.choose(Number(chosen))}
          data={cartons.map((one, index) => ({
            value: String(index),
            label: `${index + 1}: ${one.type}`,
          }))}
        />
      )}
      <Text>
        {cartons.length > 1 ? `Carton ${at + 1} of ${cartons.length}: ` : "Take a carton "}
        <strong>{carton.type}</strong>, {sizeOf(carton.outer)}; packed it weighs{" "}
        {weight(carton.grossG)}
      </Text>
      <CartonSteps
        inner={carton.inner}
        items={carton.items}
        name={`Carton ${at + 1} of ${cartons.length}`}
        nameOf={(sku) => names.get(sku)}
        standing={packing.standing}
        step={packing.step}
        onStep={packing.go}
      />
    </>
  );
}

function sizeOf({ lengthMm, widthMm, heightMm }: Extents): string {
  return [lengthMm, widthMm, heightMm].map(centimetres).join(" × ");
}
