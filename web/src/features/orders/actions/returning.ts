import type { ReturnBody, Shipment } from "../types";

/** What came back of one line, by its condition. */
export interface CameBack {
  sellable: number;
  damaged: number;
}

/** What of each SKU a shipment brought and has not come back yet. */
export function leftOf(shipment: Shipment): Map<string, number> {
  const left = new Map<string, number>();
  for (const { sku, quantity, returned } of shipment.lines) {
    // To the decimals of the smallest scale: 0.3 - 0.1 is 0.2.
    left.set(sku, Number(((left.get(sku) ?? 0) + quantity - returned).toFixed(6)));
  }
  return left;
}

/** Everything that is out there came back and can be sold. */
export function allSellable(shipment: Shipment): Map<string, CameBack> {
  return new Map([...leftOf(shipment)].map(([sku, sellable]) => [sku, { sellable, damaged: 0 }]));
}

/** What keeps it from being booked. */
export function troubleIn(
  shipment: Shipment,
  back: ReadonlyMap<string, CameBack>,
): string | undefined {
  let any = false;
  for (const [sku, left] of leftOf(shipment)) {
    const { sellable = 0, damaged = 0 } = back.get(sku) ?? {};
    if (sellable + damaged > 0) any = true;
    if (Math.round((sellable + damaged - left) * 1e6) > 0) {
      return `More of ${sku} would come back than is out there.`;
    }
  }
  return any ? undefined : "Say what came back.";
}

export function returnLines(back: ReadonlyMap<string, CameBack>): ReturnBody["lines"] {
  return [...back].flatMap(([sku, { sellable, damaged }]) => [
    ...(sellable > 0 ? [{ sku, quantity: sellable, condition: "sellable" as const }] : []),
    ...(damaged > 0 ? [{ sku, quantity: damaged, condition: "damaged" as const }] : []),
  ]);
}
