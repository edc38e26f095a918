import type { Schema } from "@/shared/api/client";

export type ImportKind = Schema["ImportKind"];

interface Kind {
  value: ImportKind;
  label: string;
  /** What such a file does. */
  text: string;
  needed: string[];
  optional: string[];
  /** Whether each order is taken or left by itself, so that no bad row refuses the file. */
  oneByOne?: boolean;
}

/** As docs/reference/csv.md has them. */
export const KINDS: readonly Kind[] = [
  {
    value: "stock",
    label: "Stock",
    text: "A count: it sets what is physically there. Positions that the file does not name stay as they are.",
    needed: ["sku", "location", "quantity"],
    optional: ["safety_stock"],
  },
  {
    value: "skus",
    label: "SKUs",
    text: "New codes are added, known ones replaced. What the file has no column for stays as it is.",
    needed: ["code", "name", "unit", "scale", "category"],
    optional: ["barcodes", "length_mm", "width_mm", "height_mm", "weight_g"],
  },
  {
    value: "locations",
    label: "Locations",
    text: "New codes are added, known ones replaced.",
    needed: ["code", "name", "kind", "region", "latitude", "longitude", "time_zone", "address"],
    optional: [],
  },
  {
    value: "orders",
    label: "Orders",
    text: "One row per line; rows of one number are one order. Orders that are there already stay as they are. JSON lines (.jsonl) are taken too.",
    needed: ["number", "sku", "quantity", "postcode", "country"],
    optional: ["name", "address", "residential", "promised"],
    oneByOne: true,
  },
];

/** Whether a file holds one JSON object per line, which only files of orders do. */
export function isJsonLines(fileName: string): boolean {
  return /\.(jsonl|ndjson)$/i.test(fileName);
}

/** Names count without case, spaces, dashes and underscores. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[\s"_\uFEFF-]/g, "");
}

/** The kind whose columns the first line of a file has; undefined where it fits none or several. */
export function kindOf(firstLine: string): ImportKind | undefined {
  const columns = new Set(firstLine.split(",").map(plain));
  const fitting = KINDS.filter((kind) => kind.needed.every((name) => columns.has(plain(name))));
  return fitting.length === 1 ? fitting[0]?.value : undefined;
}
