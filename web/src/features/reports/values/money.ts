const FORMATS = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, whole: boolean): Intl.NumberFormat {
  const key = `${currency} ${whole}`;
  const known = FORMATS.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    ...(whole ? { maximumFractionDigits: 0, minimumFractionDigits: 0 } : {}),
  });
  FORMATS.set(key, made);
  return made;
}

/** How many decimals the currency's smallest unit has: 2 for USD, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  return formatOf(currency, false).resolvedOptions().maximumFractionDigits ?? 2;
}

/** $1,240.50, of 124050 whole minor units. */
export function moneyText(minor: number, currency: string): string {
  return formatOf(currency, false).format(minor / 10 ** decimalsOf(currency));
}

/** $1,241: where nobody needs the cents. */
export function wholeMoneyText(minor: number, currency: string): string {
  return formatOf(currency, true).format(minor / 10 ** decimalsOf(currency));
}
