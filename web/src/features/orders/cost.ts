import type { Cost } from "./types";

export interface CostPart {
  label: string;
  minor: number;
  /** What it is, for those who read it the first time. */
  text: string;
}

/** What a total is made of, without what is nothing; what is not money paid comes last. */
export function partsOf(cost: Omit<Cost, "splitMinor"> & { splitMinor?: number }): CostPart[] {
  const parts: CostPart[] = [
    { label: "Postage", minor: cost.postageMinor, text: "what the carriers charge" },
    { label: "Cartons", minor: cost.cartonsMinor, text: "the boxes themselves" },
    { label: "Places", minor: cost.adjustmentMinor, text: "bonuses and prices of the places" },
    {
      label: "Scarce stock",
      minor: cost.opportunityMinor,
      text: "taking the last units where others need them",
    },
    {
      label: "Splitting",
      minor: cost.splitMinor ?? 0,
      text: "each shipment beyond the first",
    },
  ];
  return parts.filter(({ minor }) => minor !== 0);
}
