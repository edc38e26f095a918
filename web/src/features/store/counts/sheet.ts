import type { Sku } from "@/shared/stock";

/** One item of a count sheet. */
export interface SheetLine {
  sku: string;
  name: string;
  unit: string;
  scale: number;
  barcodes: string[];
  /** What somebody found on the shelf; absent until then. */
  counted?: number;
  countedAt?: number;
  /** What the server said was on hand when it was counted; absent where it could not be asked. */
  onHandThen?: number;
}

/** A count of some items of a store, kept on the device until it is posted. */
export interface Sheet {
  id: string;
  location: string;
  label: string;
  startedAt: number;
  lines: SheetLine[];
  /** Its counts have been given to the outbox. */
  posted: boolean;
}

/** One device's shelf-by-shelf work; more items are counted in several sheets. */
export const MAX_LINES = 2_000;

export function newSheet(location: string, label: string, lines: SheetLine[]): Sheet {
  const startedAt = Date.now();
  return { id: `${location}-${startedAt}`, location, label, startedAt, lines, posted: false };
}

export function lineOf({ code, name, unit, scale, barcodes }: Sku): SheetLine {
  return { sku: code, name, unit, scale, barcodes };
}

/** The line of what was scanned or typed. */
export function lineWith(sheet: Sheet, text: string): SheetLine | undefined {
  return sheet.lines.find((line) => line.sku === text || line.barcodes.includes(text));
}

/** The sheet with this line in place of the one of the same item, or added. */
export function withLine(sheet: Sheet, line: SheetLine): Sheet {
  const known = sheet.lines.some((each) => each.sku === line.sku);
  const lines = known
    ? sheet.lines.map((each) => (each.sku === line.sku ? line : each))
    : [line, ...sheet.lines];
  return { ...sheet, lines };
}

/** The codes in a pasted list, whatever separates them, each once. */
export function codesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((code) => code !== ""))];
}
