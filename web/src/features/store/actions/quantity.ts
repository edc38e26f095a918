import { isGtin } from "../scan/gtin";

/** More digits than anybody sells of anything, and fewer than a barcode has. */
const MAX_WHOLE_DIGITS = 6;

/** What was typed, without what is no part of a quantity of this scale. */
export function cleaned(text: string, scale: number): string {
  // Letters come from a scanner: what it read is looked at as a whole when it presses Enter.
  if (/[a-z]/i.test(text)) return text;
  const [whole = "", ...rest] = text
    .replaceAll(",", ".")
    .replace(/[^\d.]/g, "")
    .split(".");
  if (rest.length === 0 || scale === 0) return whole;
  return `${whole}.${rest.join("").slice(0, scale)}`;
}

/** The quantity, or undefined where it is none. */
export function quantityOf(text: string): number | undefined {
  const whole = text.split(".")[0] ?? "";
  if (
    !/^\d*\.?\d*$/.test(text) ||
    !/\d/.test(text) ||
    whole.replace(/^0+/, "").length > MAX_WHOLE_DIGITS
  )
    return undefined;
  return Number(text);
}

/** What a key of the pad makes of the text. The first key replaces what was proposed. */
export function pressed(text: string, key: string, scale: number, fresh: boolean): string {
  if (key === "back") return fresh ? "" : text.slice(0, -1);
  const before = fresh || text === "0" ? "" : text;
  return cleaned(before + (key === "." && before === "" ? "0." : key), scale);
}

/** One more or one less, never below zero, in the scale's own decimals. */
export function stepped(text: string, by: number, scale: number): string {
  const next = Math.max(0, (quantityOf(text) ?? 0) + by);
  return String(Number(next.toFixed(scale)));
}

export type Typed =
  | { is: "quantity" }
  /** The same item was scanned on top of what stood there. */
  | { is: "same"; before: string }
  /** Another one was. */
  | { is: "other"; code: string; before: string };

const GTIN_LENGTHS = [13, 12, 14, 8];

/**
 * What Enter confirms: a quantity, or what a scanner has typed behind it. `base` is what stood there
 * before; a scan into a field that is selected as a whole has replaced it.
 */
export function typed(text: string, base: string, codes: readonly string[]): Typed {
  const own = codes.filter((code) => text.endsWith(code)).sort((a, b) => b.length - a.length)[0];
  if (own) return { is: "same", before: text.slice(0, -own.length) || base };
  const foreign = /[^\d.,]/.test(text);
  if (!foreign && (text.split(/[.,]/)[0] ?? "").length <= MAX_WHOLE_DIGITS)
    return { is: "quantity" };
  const lengths = [text.length, ...GTIN_LENGTHS];
  const length = lengths.find((each) => each <= text.length && isGtin(text.slice(-each)));
  if (length)
    return { is: "other", code: text.slice(-length), before: text.slice(0, -length) || base };
  const code = text.startsWith(base) ? text.slice(base.length) : text;
  return { is: "other", code, before: base };
}
