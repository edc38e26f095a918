import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OutboxEntry } from "./entry";
import { Outbox, type World } from "./Outbox";
import { Shelf } from "./shelf";
import type { Verdict } from "./transport";

const AWAY: Verdict = { is: "unknown", trouble: "The server cannot be reached." };
const DONE: Verdict = { is: "done", answer: { lines: [] } };
const REFUSED: Verdict = {
  is: "refused",
  refusal: { kind: "insufficient-stock", title: "No", detail: "Take fewer.", again: false },
};
const BROKEN: Verdict = {
  is: "broken",
  refusal: { kind: "internal-error", title: "Ours", detail: "Our mistake.", again: true },
};

let clock = 1_000_000;
let sent: OutboxEntry[] = [];
let verdicts: Verdict[] = [];

function world(more: Partial<World> = {}): World {
  return {
    shelf: new Shelf("harbor-1", window.localStorage),
    deliver: async (entry) => {
      sent.push(entry);
      return verdicts.shift() ?? DONE;
    },
    stillSamePerson: async () => true,
    alone: (work) => work(),
    now: () => clock,
    ...more,
  };
}

function command(id: string, more: Partial<OutboxEntry> = {}): OutboxEntry {
  const at = clock++;
  const body = '{"lines":[{"sku":"A","location":"SEA","quantity":1.250}]}';
  const rest = { path: "/v1/sales", body, text: "Sell 1", notes: {}, state: "waiting" } as const;
  return { id, madeAt: at, nextTryAt: at, tries: 0, ...rest, ...more };
}

beforeEach(() => {
  window.localStorage.clear();
  clock = 1_000_000;
  sent = [];
  verdicts = [];
});

describe("a command", () => {
  it("that the server takes is done after the first try", async () => {
    const kept = await new Outbox(world()).take(command("k1"));
    expect(kept).toMatchObject({ state: "done", tries: 1, answer: { lines: [] } });
  });

  it("keeps of a long answer what its page asked to keep", async () => {
    verdicts = [{ is: "done", answer: { stops: "x".repeat(10_000), short: ["one"] } }];
    const kept = await new Outbox(world()).take(command("k1", { keeps: ["short"] }));
    expect(kept.answer).toEqual({ short: ["one"] });
  });

  it("of unknown outcome is sent again with the same key and bytes", async () => {
    verdicts = [AWAY, AWAY];
    const outbox = new Outbox(world());
    expect(await outbox.take(command("k1"))).toMatchObject({ state: "waiting" });
    await outbox.sendNow();
    await outbox.sendNow();
    await outbox.sendNow();
    expect(sent.map((entry) => entry.id)).toEqual(["k1", "k1", "k1"]);
    expect(new Set(sent.map((entry) => entry.body)).size).toBe(1);
    expect(outbox.entries()[0]).toMatchObject({ state: "done", tries: 3 });
  });

  it("survives a reload", async () => {
    verdicts = [AWAY];
    await new Outbox(world()).take(command("k1"));
    const reloaded = new Outbox(world());
    expect(reloaded.entries()).toHaveLength(1);
    await reloaded.sendNow();
    expect(reloaded.entries()[0]?.state).toBe("done");
  });

  it("holds up those behind it while the server is away", async () => {
    verdicts = [AWAY, AWAY];
    const outbox = new Outbox(world());
    await outbox.take(command("k1"));
    await outbox.take(command("k2"));
    expect(sent.map((entry) => entry.id)).toEqual(["k1", "k1"]);
    await outbox.sendNow();
    expect(sent.slice(2).map((entry) => entry.id)).toEqual(["k1", "k2"]);
  });

  it("that is refused lets the next one go and stays until it is put away", async () => {
    verdicts = [REFUSED];
    const outbox = new Outbox(world());
    await outbox.take(command("k1"));
    expect(await outbox.take(command("k2"))).toMatchObject({ state: "done" });
    expect(outbox.entries()[0]).toMatchObject({ state: "refused", refusal: { title: "No" } });
    outbox.dismiss("k1");
    expect(outbox.entries()[0]?.seen).toBe(true);
  });

  it("waits while somebody else is signed in", async () => {
    verdicts = [AWAY];
    const outbox = new Outbox(world({ stillSamePerson: async () => false }));
    await outbox.take(command("k1"));
    await outbox.sendNow();
    expect(sent).toHaveLength(1);
    expect(outbox.entries()[0]?.trouble).toMatch(/Sign in/);
  });

  it("of another account is neither shown nor sent", async () => {
    verdicts = [AWAY];
    await new Outbox(world()).take(command("k1"));
    const other = new Outbox(world({ shelf: new Shelf("harbor-2", window.localStorage) }));
    await other.sendNow();
    expect(other.entries()).toHaveLength(0);
    expect(sent).toHaveLength(1);
  });

  it("that undoes a refused one is dropped", async () => {
    verdicts = [AWAY, AWAY, REFUSED];
    const outbox = new Outbox(world());
    await outbox.take(command("sale"));
    await outbox.take(command("undo", { after: "sale" }));
    await outbox.sendNow();
    expect(outbox.entries().map((entry) => entry.id)).toEqual(["sale"]);
    expect(sent.every((entry) => entry.id === "sale")).toBe(true);
  });

  it("is not sent when the server may have forgotten its key", async () => {
    const outbox = new Outbox(world());
    const kept = await outbox.take(command("k1", { madeAt: clock - 30 * 24 * 3_600_000 }));
    expect(kept.refusal?.kind).toBe("too-old");
    expect(sent).toHaveLength(0);
  });

  it("that the server breaks over is shown after eight tries and can be sent again", async () => {
    verdicts = Array.from({ length: 8 }, () => BROKEN);
    const outbox = new Outbox(world());
    await outbox.take(command("k1"));
    for (let i = 0; i < 7; i++) await outbox.sendNow();
    expect(outbox.entries()[0]?.state).toBe("refused");
    await outbox.again("k1");
    expect(outbox.entries()[0]?.state).toBe("done");
  });
});

describe("waiting", () => {
  it("ends by itself, with longer and longer pauses", async () => {
    vi.useFakeTimers();
    verdicts = [AWAY, AWAY];
    const outbox = new Outbox(world({ now: Date.now }));
    const unwatch = outbox.watch(() => undefined);
    const at = Date.now();
    await outbox.take(command("k1", { madeAt: at, nextTryAt: at }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_900);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(200);
    expect(outbox.entries()[0]?.state).toBe("done");
    unwatch();
    vi.useRealTimers();
  });
});
