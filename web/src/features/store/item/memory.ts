import { keptUnder } from "@/shared/session/kept";
import type { Availability, Sku } from "@/shared/stock";

/** An item as this device last saw it. */
export interface SeenItem {
  sku: Sku;
  availability: Availability | undefined;
  seenAt: number;
}

/** The items of a till's busy day; at about 4 kB each they leave room for the rest. */
const MAX_ITEMS = 300;

/** Items that were looked at on this device, so that they can be read and sold without the server. */
export class ItemMemory {
  private readonly prefix: string;
  private readonly storage: Storage;
  private readonly byCode = new Map<string, string>();

  constructor(client: string, storage: Storage) {
    this.prefix = keptUnder(`item:${client}:`);
    this.storage = storage;
    for (const item of this.all()) this.index(item.sku);
  }

  get(sku: string): SeenItem | undefined {
    return parsed(this.storage.getItem(this.prefix + sku));
  }

  /** The item with this barcode or code. */
  withCode(text: string): SeenItem | undefined {
    const sku = this.byCode.get(text);
    const item = sku ? this.get(sku) : undefined;
    // A barcode may have gone to another item since.
    return item && [...item.sku.barcodes, item.sku.code].includes(text) ? item : undefined;
  }

  /** Items whose name or code has all of these words in it, in order of the names. */
  named(question: string): SeenItem[] {
    const words = question.toLowerCase().split(/\s+/).filter(Boolean);
    return this.all()
      .filter(({ sku }) => {
        const text = `${sku.name} ${sku.code}`.toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .sort((a, b) => (a.sku.name < b.sku.name ? -1 : 1));
  }

  keep(item: SeenItem): void {
    try {
      this.storage.setItem(this.prefix + item.sku.code, JSON.stringify(item));
      this.index(item.sku);
    } catch {
      // Full: room for commands matters more than for memories.
      this.dropOldest(MAX_ITEMS / 2);
    }
  }

  dropOldest(keep = MAX_ITEMS): void {
    const items = this.all().sort((a, b) => b.seenAt - a.seenAt);
    for (const { sku } of items.slice(keep)) {
      this.storage.removeItem(this.prefix + sku.code);
      for (const barcode of [...sku.barcodes, sku.code]) this.byCode.delete(barcode);
    }
  }

  private all(): SeenItem[] {
    const keys = Array.from({ length: this.storage.length }, (_, i) => this.storage.key(i));
    return keys
      .filter((key): key is string => key?.startsWith(this.prefix) ?? false)
      .map((key) => parsed(this.storage.getItem(key)))
      .filter((item) => item !== undefined);
  }

  private index(sku: Sku): void {
    for (const text of [...sku.barcodes, sku.code]) this.byCode.set(text, sku.code);
  }
}

function parsed(text: string | null): SeenItem | undefined {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as SeenItem;
  } catch {
    return undefined;
  }
}

const memories = new Map<string, ItemMemory>();

export function memoryOf(client: string): ItemMemory {
  const known = memories.get(client);
  if (known) return known;
  const memory = new ItemMemory(client, window.localStorage);
  memory.dropOldest();
  memories.set(client, memory);
  return memory;
}
