import type { Asker } from "./ask";

const TICK_MILLIS = 200;
const LOOKUPS_PER_SECOND = 45;
const COMMANDS_PER_SECOND = 14;
/** How long one rise and fall of the traffic lasts: several fit into the charts. */
const WAVE_MILLIS = 75_000;
const MOST_AT_ONCE = 48;

// Seattle is left alone: it is where the pictures of shop and store are taken.
const STORES = ["PDX-01", "SJC-01", "LAX-01", "DEN-01", "CHI-01", "EWR-01", "AUS-01", "BOS-01"];
const SKUS = Array.from({ length: 60 }, (_, at) => `HB-${String(at + 10).padStart(5, "0")}`);
/** What everybody wants today. */
const HOT = { sku: "HB-00448", location: "LAX-01" };

function oneOf<T>(all: readonly T[]): T {
  return all[Math.floor(Math.random() * all.length)] as T;
}

/** Whole things from a rate, so that the mean is right. */
function drawn(expected: number): number {
  return Math.floor(expected + Math.random());
}

/** Shoppers and tills of the other stores, from now until stopped, so that figures move. */
export class Trade {
  private readonly shop: Asker;
  private readonly tills: Asker;
  private readonly ticking: ReturnType<typeof setInterval>;
  private readonly began = Date.now();
  private underway = 0;

  constructor(shop: Asker, tills: Asker) {
    this.shop = shop;
    this.tills = tills;
    this.ticking = setInterval(() => this.tick(), TICK_MILLIS);
  }

  /** Resolves when it has lasted so long. */
  async lasts(minutes: number): Promise<void> {
    const left = this.began + minutes * 60_000 - Date.now();
    if (left > 0) await new Promise((done) => setTimeout(done, left));
  }

  stop(): void {
    clearInterval(this.ticking);
  }

  private tick(): void {
    const phase = (2 * Math.PI * (Date.now() - this.began)) / WAVE_MILLIS;
    const busy = (1 + 0.45 * Math.sin(phase) + 0.2 * Math.random()) * (TICK_MILLIS / 1_000);
    for (let left = drawn(LOOKUPS_PER_SECOND * busy); left > 0; left--) this.begin(this.lookUp());
    for (let left = drawn(COMMANDS_PER_SECOND * busy); left > 0; left--) this.begin(this.deal());
  }

  /** Sold out is an answer too; and the server may be slow on a busy machine. */
  private begin(deed: () => Promise<unknown>): void {
    if (this.underway >= MOST_AT_ONCE) return;
    this.underway++;
    void deed()
      .catch(() => undefined)
      .finally(() => this.underway--);
  }

  private lookUp(): () => Promise<unknown> {
    return () => this.shop("GET", `/v1/availability/${oneOf(SKUS)}?location=${oneOf(STORES)}`);
  }

  private deal(): () => Promise<unknown> {
    const chance = Math.random();
    const place = chance < 0.25 ? HOT : { sku: oneOf(SKUS), location: oneOf(STORES) };
    const lines = [{ ...place, quantity: 1 + Math.floor(3 * Math.random()) }];
    if (chance < 0.65) return () => this.tills("POST", "/v1/sales", { lines });
    if (chance < 0.9) return () => this.reserve(lines);
    const back = [{ ...(chance < 0.93 ? HOT : place), quantity: 24 }];
    return () => this.tills("POST", "/v1/receipts", { lines: back, reason: "delivery" });
  }

  private async reserve(lines: unknown[]): Promise<void> {
    const made = await this.shop<{ id: string }>("POST", "/v1/reservations", { lines });
    const end = oneOf(["confirm", "confirm", "release"]);
    await this.tills("POST", `/v1/reservations/${made.id}/${end}`, {});
  }
}
