import type { PickList, Stop } from "../wire";

/** What is taken of one SKU and lot at a stop, and into which totes. */
export interface Wish {
  key: string;
  sku: string;
  name: string;
  barcodes: readonly string[];
  unit: string;
  lot: string | null;
  expires: string | null;
  quantity: number;
  /** What went into each; null while nobody has said. */
  totes: readonly { tote: number; quantity: number; found: number | null }[];
}

/** A stop's picks by what is in the hand: one scan, one count, several totes. */
export function wishesOf(stop: Stop): Wish[] {
  const wishes = new Map<string, Wish & { totes: Wish["totes"][number][] }>();
  for (const { tote, quantity, found, ...goods } of stop.picks) {
    const key = `${goods.sku} ${goods.lot ?? ""}`;
    const known = wishes.get(key);
    if (known) {
      known.quantity = exactly(known.quantity + quantity);
      known.totes.push({ tote, quantity, found });
    } else wishes.set(key, { ...goods, key, quantity, totes: [{ tote, quantity, found }] });
  }
  return [...wishes.values()];
}

/** A sum of decimals without what binary fractions add to it; SKUs have six decimals at most. */
function exactly(sum: number): number {
  return Number(sum.toFixed(6));
}

/** How much was found of each wish; whole where nobody has said otherwise. */
export type Found = Readonly<Record<string, number>>;

/** What is sent: only what was not found whole. */
export function shortOf(wishes: readonly Wish[], found: Found) {
  return wishes
    .filter((wish) => (found[wish.key] ?? wish.quantity) < wish.quantity)
    .map(({ key, sku, lot }) => ({ sku, ...(lot ? { lot } : {}), found: found[key] ?? 0 }));
}

/** Scanners add zeros to short barcodes, or leave them out. */
function sameCode(one: string, other: string): boolean {
  const plain = (code: string) => code.trim().toLowerCase().replace(/^0+/, "");
  return plain(one) === plain(other);
}

function isMeant({ sku, barcodes }: { sku: string; barcodes: readonly string[] }, code: string) {
  return sameCode(sku, code) || barcodes.some((barcode) => sameCode(barcode, code));
}

export type Scanned =
  | { is: "wanted"; wish: Wish }
  | { is: "taken" | "elsewhere" | "foreign"; text: string };

/** What a scan at a stop means, with words for whoever has the wrong thing in the hand. */
export function scannedAt(list: PickList, stop: Stop, code: string, found: Found): Scanned {
  const wishes = wishesOf(stop);
  const meant = wishes.filter((wish) => isMeant(wish, code));
  const wish = meant.find(({ key }) => found[key] === undefined);
  if (wish) return { is: "wanted", wish };
  if (meant[0])
    return { is: "taken", text: `You have all of ${meant[0].name} that this stop asks for.` };
  const index = list.stops.findIndex((one) => one.picks.some((pick) => isMeant(pick, code)));
  const other = list.stops[index]?.picks.find((pick) => isMeant(pick, code));
  if (other) {
    return {
      is: "elsewhere",
      text: `${other.name} belongs to stop ${index + 1}, not to this one.`,
    };
  }
  const names = wishes.map(({ name }) => name).join(" or ");
  return {
    is: "foreign",
    text: `This list does not ask for ${code}. Put it back and take ${names}.`,
  };
}
