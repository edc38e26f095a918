import type { OutboxEntry, Refusal } from "./entry";
import type { Shelf } from "./shelf";
import type { Verdict } from "./transport";

/** First wait after a try that told nothing; doubles with each. */
const FIRST_WAIT_MILLIS = 1_000;
const LONGEST_WAIT_MILLIS = 30_000;

/** How often a broken server (500) is asked before a person has to look. */
const MAX_BROKEN_TRIES = 8;

/** The server knows keys for 30 days; after that the same key could happen a second time. */
const MAX_AGE_MILLIS = 29 * 24 * 3_600_000;

export interface World {
  shelf: Shelf;
  /** One try. */
  deliver(entry: OutboxEntry): Promise<Verdict>;
  /** Whether the browser is still signed in as whoever gave these commands. */
  stillSamePerson(): Promise<boolean>;
  /** Runs the work while no other tab runs it for the same account. */
  alone(work: () => Promise<void>): Promise<void>;
  now(): number;
}

const TOO_OLD: Refusal = {
  kind: "too-old",
  title: "Too old to be sent",
  detail:
    "It has waited for a month, and the server may have done it without an answer reaching us. Look at the item's history, and do it again if it is not there.",
  again: false,
};

/**
 * Sends commands in the order given, one at a time, each until the server has decided. A try that
 * tells nothing (no connection, 503) holds up those behind it: they may rely on it.
 */
export class Outbox {
  private readonly world: World;
  private readonly watchers = new Set<() => void>();
  private snapshot: readonly OutboxEntry[];
  private running: Promise<void> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The entry that is on its way from this tab. */
  sending: string | undefined;

  constructor(world: World) {
    this.world = world;
    this.snapshot = world.shelf.all();
  }

  /** Oldest first; the same array until something changes. */
  entries = (): readonly OutboxEntry[] => this.snapshot;

  watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    if (this.watchers.size === 1) this.wakeUpLater();
    return () => {
      this.watchers.delete(watcher);
      if (this.watchers.size === 0) clearTimeout(this.timer);
    };
  };

  /** Takes a command, tries it at once, and tells what is known after that. */
  async take(entry: OutboxEntry): Promise<OutboxEntry> {
    this.world.shelf.put(entry);
    this.changed();
    await this.sendNow();
    return this.world.shelf.get(entry.id) ?? entry;
  }

  /** Tries everything that waits, whatever the back-off says. */
  async sendNow(): Promise<void> {
    await this.running;
    this.running ??= this.world
      .alone(() => this.drain())
      .finally(() => {
        this.running = undefined;
        this.wakeUpLater();
      });
    await this.running;
  }

  /** Asks the server again about a command that it broke over. */
  async again(id: string): Promise<void> {
    const entry = this.world.shelf.get(id);
    if (entry?.state !== "refused" || !entry.refusal?.again) return;
    const { refusal: _, settledAt: __, ...rest } = entry;
    await this.take({ ...rest, state: "waiting", tries: 0, seen: false });
  }

  /** Puts a result away. What waits cannot be: it may have happened already. */
  dismiss(id: string): void {
    const entry = this.world.shelf.get(id);
    if (!entry || entry.state === "waiting") return;
    this.world.shelf.put({ ...entry, seen: true });
    this.changed();
  }

  /** Another tab has changed something, or this one has. */
  changed = (): void => {
    this.snapshot = this.world.shelf.all();
    for (const watcher of this.watchers) watcher();
  };

  private async drain(): Promise<void> {
    const passedBy = new Set<string>();
    for (;;) {
      const next = this.world.shelf
        .all()
        .find((entry) => entry.state === "waiting" && !passedBy.has(entry.id));
      if (!next) return;
      passedBy.add(next.id);
      if (!(await this.settle(next))) return;
    }
  }

  /** Whether the entry is settled, so that the one behind it may go. */
  private async settle(entry: OutboxEntry): Promise<boolean> {
    const { shelf, now } = this.world;
    if (now() - entry.madeAt > MAX_AGE_MILLIS) {
      this.keep({ ...entry, state: "refused", settledAt: now(), refusal: TOO_OLD });
      return true;
    }
    if (entry.after && shelf.get(entry.after)?.state === "refused") {
      shelf.remove(entry.id);
      this.changed();
      return true;
    }
    this.sending = entry.id;
    this.changed();
    const verdict = await this.verdictOn(entry);
    this.sending = undefined;
    const kept = judged(entry, verdict, now());
    this.keep(kept);
    return kept.state !== "waiting";
  }

  private async verdictOn(entry: OutboxEntry): Promise<Verdict> {
    const fresh = entry.tries === 0;
    if (!fresh && !(await this.world.stillSamePerson().catch(() => true))) {
      return { is: "unknown", trouble: "Sign in as yourself again to send it." };
    }
    return this.world.deliver(entry);
  }

  private keep(entry: OutboxEntry): void {
    // Where tabs cannot wait for each other, the other one may have learned more.
    const settled = (this.world.shelf.get(entry.id)?.state ?? "waiting") !== "waiting";
    if (entry.state !== "waiting" || !settled) this.world.shelf.put(entry);
    if (entry.state === "done") this.world.shelf.dropOldest();
    this.changed();
  }

  private wakeUpLater(): void {
    clearTimeout(this.timer);
    const head = this.world.shelf.all().find((entry) => entry.state === "waiting");
    if (!head || this.watchers.size === 0) return;
    const wait = Math.max(0, head.nextTryAt - this.world.now());
    this.timer = setTimeout(() => void this.sendNow(), wait);
  }
}

function judged(entry: OutboxEntry, verdict: Verdict, now: number): OutboxEntry {
  const { trouble: _, ...rest } = entry;
  const tries = entry.tries + 1;
  if (verdict.is === "done") {
    return { ...rest, tries, state: "done", settledAt: now, answer: keptOf(entry, verdict.answer) };
  }
  const givenUp = verdict.is === "broken" && tries >= MAX_BROKEN_TRIES;
  if (verdict.is === "refused" || givenUp) {
    return { ...rest, tries, state: "refused", settledAt: now, refusal: verdict.refusal };
  }
  const trouble = verdict.is === "broken" ? verdict.refusal.detail : verdict.trouble;
  const wait = Math.min(FIRST_WAIT_MILLIS * 2 ** Math.min(tries - 1, 10), LONGEST_WAIT_MILLIS);
  return { ...rest, tries, nextTryAt: now + wait, trouble };
}

function keptOf({ keeps }: OutboxEntry, answer: unknown): unknown {
  if (!keeps || typeof answer !== "object" || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).filter(([name]) => keeps.includes(name)));
}
