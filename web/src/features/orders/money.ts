const FORMATS = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string): Intl.NumberFormat {
  const known = FORMATS.get(currency);
  if (known) return known;
  const made = new Intl.NumberFormat("en-US", { style: "currency", currency });
  FORMATS.set(currency, made);
  return made;
}

/** How many decimals the currency's smallest unit has: 2 for USD, 0 for JPY. */
export function decimalsOf(currency: string): number {
  return formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2;
}

/** $12.40, of 1240 whole minor units. */
export function moneyText(minor: number, currency: string): string {
  return formatOf(currency).format(minor / 10 ** decimalsOf(currency));
}

/** +$1.20 or −$1.20: what something costs beside something else. */
export function extraText(minor: number, currency: string): string {
  return `${minor < 0 ? "\u2212" : "+"}${moneyText(Math.abs(minor), currency)}`;
}

/** 12.40, of 1240: as spreadsheets read it. */
export function plainMoney(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const sign = minor < 0 ? "-" : "";
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`;
}
