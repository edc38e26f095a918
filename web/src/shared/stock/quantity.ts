const FORMAT = new Intl.NumberFormat("en", { maximumFractionDigits: 6 });

/** A quantity in the SKU's unit, as people read it: 1,204 or 89.675 kg. Pieces have no unit. */
export function quantityText(quantity: number | string, unit: string): string {
  const figure = FORMAT.format(Number(quantity));
  return unit === "each" ? figure : `${figure}\u00a0${unit}`;
}

/** The nearest quantity that a scale allows: 1.2504 of scale 3 is 1.25. */
export function rounded(quantity: number, scale: number): number {
  return Number(quantity.toFixed(scale));
}
