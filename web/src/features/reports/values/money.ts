const FORMATS = new Map<string, Intl.NumberFormat>();

type Detail = "exact" | "whole" | "compact";

const OPTIONS: Record<Detail, Intl.NumberFormatOptions> = {
  exact: {},
  whole: { maximumFractionDigits: 0, minimumFractionDigits: 0 },
  compact: { notation: "compact", maximumFractionDigits: 1, minimumFractionDigits: 0 },
};
/** From here on thousands are told as such. */
const COMPACT_FROM = 1_000;
const MOST_WITH_CENTS = 10;

function formatOf(currency: string, detail: Detail): Intl.NumberFormat {
  const key = `${currency} ${detail}`;
  const known = FORMATS.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    ...OPTIONS[detail],
  });
  FORMATS.set(key, made);
  return made;
}

/** How many decimals the currency's smallest unit has: 2 for USD, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  return formatOf(currency, "exact").resolvedOptions().maximumFractionDigits ?? 2;
}

function majorOf(minor: number, currency: string): number {
  return minor / 10 ** decimalsOf(currency);
}

/** $1,240.50, of 124050 whole minor units. */
export function moneyText(minor: number, currency: string): string {
  return formatOf(currency, "exact").format(majorOf(minor, currency));
}

/** $1,241: where nobody needs the cents. */
export function wholeMoneyText(minor: number, currency: string): string {
  return formatOf(currency, "whole").format(majorOf(minor, currency));
}

/** $8.45, $845, $8.5K, $1.2M: where there is little room. */
export function shortMoneyText(minor: number, currency: string): string {
  const major = majorOf(minor, currency);
  const size = Math.abs(major);
  const detail = size >= COMPACT_FROM ? "compact" : size < MOST_WITH_CENTS ? "exact" : "whole";
  return formatOf(currency, major === 0 ? "whole" : detail).format(major);
}
