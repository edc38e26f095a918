import type { OutboxEntry } from "./entry";

const PREFIX = "holdfast-outbox";

/** Results that are kept after they are settled; what waits is never dropped. */
const MAX_SETTLED = 200;

/** An answer longer than this is not kept: some browsers hold 5 MB for everything. */
const MAX_ANSWER_LENGTH = 4_000;
/** Nor is what a page asked to keep, if it is longer than a manifest of a hundred parcels. */
const MAX_KEPT_LENGTH = 40_000;

/**
 * The entries of one account in the browser's storage. Each has a place of its own, so that two tabs
 * never overwrite each other's; what storage refuses is held in memory until the page is closed.
 */
export class Shelf {
  private readonly prefix: string;
  private readonly storage: Storage;
  private readonly unstored = new Map<string, OutboxEntry>();

  constructor(account: string, storage: Storage) {
    this.prefix = `${PREFIX}:${account}:`;
    this.storage = storage;
  }

  /** Whether a change of this storage key is one of ours; null stands for all of them. */
  concerns(key: string | null): boolean {
    return key === null || key.startsWith(this.prefix);
  }

  /** All entries, oldest first. */
  all(): OutboxEntry[] {
    const found = new Map<string, OutboxEntry>();
    for (let i = 0; i < this.storage.length; i++) {
      const key = this.storage.key(i);
      if (!key?.startsWith(this.prefix)) continue;
      const entry = parsed(this.storage.getItem(key));
      if (entry) found.set(entry.id, entry);
    }
    for (const entry of this.unstored.values()) found.set(entry.id, entry);
    return [...found.values()].sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
  }

  get(id: string): OutboxEntry | undefined {
    return this.unstored.get(id) ?? parsed(this.storage.getItem(this.prefix + id));
  }

  put(entry: OutboxEntry): void {
    const text = JSON.stringify(shortened(entry));
    try {
      this.storage.setItem(this.prefix + entry.id, text);
      this.unstored.delete(entry.id);
    } catch {
      this.dropOldest(MAX_SETTLED / 2);
      this.unstored.set(entry.id, entry);
    }
  }

  remove(id: string): void {
    this.unstored.delete(id);
    this.storage.removeItem(this.prefix + id);
  }

  /** Forgets the oldest results above `keep`; refusals that nobody has seen stay. */
  dropOldest(keep = MAX_SETTLED): void {
    const settled = this.all().filter((entry) => entry.state === "done" || entry.seen);
    for (const entry of settled.slice(0, Math.max(0, settled.length - keep))) this.remove(entry.id);
  }
}

function parsed(text: string | null): OutboxEntry | undefined {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as OutboxEntry;
  } catch {
    return undefined;
  }
}

function shortened(entry: OutboxEntry): OutboxEntry {
  if (entry.answer === undefined) return entry;
  const most = entry.keeps ? MAX_KEPT_LENGTH : MAX_ANSWER_LENGTH;
  if (JSON.stringify(entry.answer).length <= most) return entry;
  const { answer: _, ...rest } = entry;
  return rest;
}
