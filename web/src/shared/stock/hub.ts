import type { QueryClient } from "@tanstack/react-query";
import { noteServerTime, serverNow } from "./clock";
import { merged } from "./merge";
import { readStream, StreamRefused } from "./stream";
import type { Availability } from "./types";

/** `live`: told of every change. `stale`: connected, but the server itself is behind. */
export type LiveState = "idle" | "connecting" | "live" | "stale" | "lost";

/** The most SKUs that one stream may watch. */
const MOST_SKUS = 100;
/** Several components ask within one paint; one stream serves them all. */
const GATHER_MILLIS = 60;
/** A page that closes is often followed by one that asks for the same. */
const LINGER_MILLIS = 4_000;
/** Busy SKUs change many times a second; a cheap phone paints four times. */
const PAINT_MILLIS = 250;
const BACK_OFF_MILLIS = { first: 500, most: 20_000, refused: 60_000 };

/** One stream of this tab for everything on its pages. Writes into the queries of availability. */
export class AvailabilityHub {
  readonly #queries: QueryClient;
  readonly #watched = new Map<string, number>();
  readonly #listeners = new Set<() => void>();
  readonly #untold = new Map<string, Availability>();
  #inBackground = 0;
  #state: LiveState = "idle";
  #open: { skus: Set<string>; stop: AbortController } | undefined;
  #lastEventId: string | undefined;
  #failures = 0;
  #heardMillis = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #paint: ReturnType<typeof setTimeout> | undefined;

  constructor(queries: QueryClient) {
    this.#queries = queries;
    document.addEventListener("visibilitychange", () => this.#plan(GATHER_MILLIS));
    // A connection that the network was taken from would be silent for long before it fails.
    window.addEventListener("offline", () => this.#restart());
    window.addEventListener("online", () => this.#restart());
  }

  /** Watches until the answer is called. In the background too: also while nobody sees the tab. */
  watch(skus: readonly string[], background: boolean): () => void {
    for (const sku of skus) this.#watched.set(sku, (this.#watched.get(sku) ?? 0) + 1);
    if (background) this.#inBackground++;
    this.#plan(GATHER_MILLIS);
    return () => {
      for (const sku of skus) {
        const left = (this.#watched.get(sku) ?? 1) - 1;
        if (left > 0) this.#watched.set(sku, left);
        else this.#watched.delete(sku);
      }
      if (background) this.#inBackground--;
      this.#plan(LINGER_MILLIS);
    };
  }

  readonly state = (): LiveState => this.#state;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #plan(millis: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#arrange(), millis);
  }

  #arrange(): void {
    const seen = document.visibilityState === "visible" || this.#inBackground > 0;
    const wanted = seen ? [...this.#watched.keys()].slice(-MOST_SKUS) : [];
    const open = this.#open;
    if (open && wanted.length === open.skus.size && wanted.every((sku) => open.skus.has(sku))) {
      return;
    }
    open?.stop.abort();
    this.#open = undefined;
    if (wanted.length === 0) {
      this.#become("idle");
      return;
    }
    // A place in another set of SKUs would miss what the new ones are at.
    this.#lastEventId = undefined;
    this.#failures = 0;
    this.#connect(wanted);
  }

  #restart(): void {
    const open = this.#open;
    if (!open) return;
    open.stop.abort();
    const skus = [...open.skus];
    if (this.#state === "live") this.#date(skus);
    this.#become("lost");
    this.#failures = 0;
    void this.#connect(skus);
  }

  async #connect(skus: string[]): Promise<void> {
    const stop = new AbortController();
    const open = { skus: new Set(skus), stop };
    this.#open = open;
    if (this.#state !== "lost") this.#become("connecting");
    let pause: number | undefined;
    try {
      await readStream(skus, this.#lastEventId, stop.signal, {
        opened: () => {
          this.#failures = 0;
          this.#become("live");
        },
        heard: () => {
          this.#heardMillis = serverNow();
        },
        told: (name, content, id) => this.#take(name, content, id),
      });
    } catch (failed) {
      if (failed instanceof StreamRefused && !failed.passing) pause = BACK_OFF_MILLIS.refused;
    }
    if (stop.signal.aborted || this.#open !== open) return;
    if (this.#state === "live") this.#date(skus);
    this.#become("lost");
    const grown = Math.min(BACK_OFF_MILLIS.first * 2 ** this.#failures++, BACK_OFF_MILLIS.most);
    // Spread, so that a restarted server does not meet everybody at once.
    const wait = (pause ?? grown) * (0.5 + Math.random() / 2);
    setTimeout(() => {
      if (this.#open === open) void this.#connect(skus);
    }, wait);
  }

  #take(name: string | undefined, content: string, id: string | undefined): void {
    if (id) this.#lastEventId = id;
    if (name === "stale") this.#become("stale");
    else if (name === "fresh") this.#become("live");
    else if (name === "availability") {
      const told = JSON.parse(content) as Availability;
      if (!told.stale) noteServerTime(told.asOf);
      this.#untold.set(told.sku, merged(this.#untold.get(told.sku), told));
      this.#paint ??= setTimeout(() => this.#write(), PAINT_MILLIS);
    }
  }

  #write(): void {
    this.#paint = undefined;
    for (const [sku, told] of this.#untold) {
      this.#queries.setQueryData<Availability>(["availability", sku], (known) =>
        merged(known, told),
      );
    }
    this.#untold.clear();
  }

  /** What a stream kept current was right until it was last heard, however long ago it changed. */
  #date(skus: string[]): void {
    const until = new Date(this.#heardMillis).toISOString();
    for (const sku of skus) {
      this.#queries.setQueryData<Availability>(["availability", sku], (known) =>
        known && known.asOf < until ? { ...known, asOf: until } : known,
      );
    }
  }

  #become(state: LiveState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

const hubs = new WeakMap<QueryClient, AvailabilityHub>();

export function hubOf(queries: QueryClient): AvailabilityHub {
  const hub = hubs.get(queries) ?? new AvailabilityHub(queries);
  hubs.set(queries, hub);
  return hub;
}
