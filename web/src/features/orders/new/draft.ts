import type { OrderBody, ShipTo } from "../types";

export interface DraftLine {
  sku: string;
  name: string;
  unit: string;
  scale: number;
  quantity: number;
}

/** An order that is being written. */
export interface Draft {
  lines: DraftLine[];
  shipTo: {
    name: string;
    address: string;
    postcode: string;
    country: string;
    residential: boolean;
  };
  promised: string;
  preferred: string[];
  excluded: string[];
  maxShipments: number | undefined;
  number: string;
  note: string;
}

/** As the API has it. */
export const MOST_LINES = 64;

export const EMPTY: Draft = {
  lines: [],
  shipTo: { name: "", address: "", postcode: "", country: "US", residential: true },
  promised: "",
  preferred: [],
  excluded: [],
  maxShipments: undefined,
  number: "",
  note: "",
};

/** More than anybody orders of one thing. */
const MOST_OF_ONE = 999_999;

/** The same SKU again is more of it; an item is added at the end. */
export function withSku(lines: readonly DraftLine[], added: DraftLine): DraftLine[] {
  const there = lines.some((line) => line.sku === added.sku);
  if (!there) return [...lines, added];
  return lines.map((line) =>
    line.sku === added.sku
      ? { ...line, quantity: Number((line.quantity + added.quantity).toFixed(line.scale)) }
      : line,
  );
}

/** What keeps it from being sent at all; the server judges everything else. */
export function missingIn(draft: Draft): string | undefined {
  if (draft.lines.length === 0) return "Add what is ordered.";
  const wrong = draft.lines.find(({ quantity }) => !(quantity > 0) || quantity > MOST_OF_ONE);
  if (wrong) return `Give ${wrong.name} a quantity above 0 and up to ${MOST_OF_ONE}.`;
  if (draft.shipTo.postcode.trim() === "") return "Give the postcode that it goes to.";
  return undefined;
}

/** What is sent; what was left empty is left out. */
export function bodyOf(draft: Draft, reservation?: string): OrderBody {
  const preferences = preferencesOf(draft);
  return {
    ...filled("number", draft.number),
    ...(reservation ? { reservation } : {}),
    lines: draft.lines.map(({ sku, quantity }) => ({ sku, quantity })),
    shipTo: shipToOf(draft.shipTo),
    ...filled("promised", draft.promised),
    ...(preferences ? { preferences } : {}),
    ...filled("note", draft.note),
  };
}

export function shipToOf(typed: Draft["shipTo"]): ShipTo {
  return {
    ...filled("name", typed.name),
    ...filled("address", oneLine(typed.address)),
    postcode: typed.postcode.trim(),
    country: typed.country,
    residential: typed.residential,
  };
}

/** As the server and the label have it. */
function oneLine(address: string): string {
  return address
    .split("\n")
    .map((line) => line.trim().replace(/,$/, ""))
    .filter((line) => line !== "")
    .join(", ");
}

function preferencesOf({
  preferred,
  excluded,
  maxShipments,
}: Draft): OrderBody["preferences"] | undefined {
  const given = {
    ...(preferred.length > 0 ? { preferred } : {}),
    ...(excluded.length > 0 ? { excluded } : {}),
    ...(maxShipments ? { maxShipments } : {}),
  };
  return Object.keys(given).length > 0 ? given : undefined;
}

function filled<K extends string>(name: K, text: string): { [P in K]?: string } {
  const trimmed = text.trim();
  return (trimmed === "" ? {} : { [name]: trimmed }) as { [P in K]?: string };
}
