import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { stepsOf } from "@/shared/carton";
import { keep, kept } from "@/shared/session/kept";
import { skuNamed } from "@/shared/stock/useSku";
import type { Shipment } from "../wire";

export type Packing = ReturnType<typeof usePackingSteps>;

interface Place {
  /** Index of the carton. */
  at: number;
  /** Of its steps, from 1. */
  step: number;
}

const START: Place = { at: 0, step: 1 };

/** How far the packing of a shipment is, kept on the device; a scan of what is next goes on. */
export function usePackingSteps(shipment: Shipment) {
  const name = `packing:${shipment.id}`;
  const [place, setPlace] = useState(() => kept<Place>(name) ?? START);
  const skus = [...new Set(shipment.lines.map(({ sku }) => sku))];
  const known = useQueries({ queries: skus.map(skuNamed) });
  const at = Math.max(0, Math.min(place.at, shipment.cartons.length - 1));
  const steps = stepsOf(shipment.cartons[at]?.items ?? []);
  function move(next: Place) {
    keep(name, next);
    setPlace(next);
  }
  function scan(code: string) {
    const sku = known.find(
      ({ data }) => data && (data.code === code || data.barcodes.includes(code)),
    )?.data?.code;
    const named = (one: string) => shipment.lines.find((line) => line.sku === one)?.name ?? one;
    if (!sku) throw new Error(`${code} is not in order ${shipment.number}. Put it aside.`);
    const next = steps[place.step - 1];
    if (next?.sku !== sku) {
      const then = next ? `${named(next.sku)} goes in first.` : "This carton is full.";
      throw new Error(`Not ${named(sku)} yet: ${then}`);
    }
    if (place.step < steps.length) move({ at, step: place.step + 1 });
    else if (at + 1 < shipment.cartons.length) move({ at: at + 1, step: 1 });
  }
  return {
    at,
    step: place.step,
    choose: (carton: number) => move({ at: carton, step: 1 }),
    go: (step: number) => move({ at, step }),
    scan,
    /** How a unit stands on the shelf; undefined where the catalogue does not know its size. */
    standing(sku: string) {
      const own = known.find(({ data }) => data?.code === sku)?.data;
      return own && own.lengthMm > 0 && own.widthMm > 0 && own.heightMm > 0 ? own : undefined;
    },
  };
}
