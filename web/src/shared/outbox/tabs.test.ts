import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OutboxEntry } from "./entry";
import { Outbox } from "./Outbox";
import { aloneAmongTabs } from "./outboxes";
import { Shelf } from "./shelf";
import { deliver } from "./transport";

interface Request {
  key: string;
  body: string;
  /** Answers as the server does: the first with a key decides, the others hear the same. */
  answer(): void;
  /** The connection breaks. */
  lose(): void;
}

let requests: Request[] = [];
let sold = 0;
const settled = new Set<string>();

/** What the server promises about keys, over whatever comes by fetch. */
function server(_: string, { headers, body }: { headers: Record<string, string>; body: string }) {
  const key = headers["Idempotency-Key"] ?? "";
  return new Promise<Response>((done, fail) => {
    const answer = () => {
      if (!settled.has(key)) sold += 1;
      settled.add(key);
      done(Response.json({ lines: [] }));
    };
    requests.push({ key, body, answer, lose: () => fail(new TypeError("gone")) });
  });
}

/** A tab on plain http: browsers give it no locks. */
function tab(): Outbox {
  return new Outbox({
    shelf: new Shelf("harbor-1", window.localStorage),
    deliver,
    stillSamePerson: async () => true,
    alone: (work) => aloneAmongTabs("outbox", work),
    now: Date.now,
  });
}

const SALE: OutboxEntry = {
  id: "00000000-0000-4000-8000-000000000001",
  path: "/v1/sales",
  body: '{"lines":[{"sku":"A","location":"SEA","quantity":1}]}',
  text: "Sell 1",
  notes: {},
  madeAt: Date.now(),
  state: "waiting",
  tries: 1,
  nextTryAt: 0,
};

beforeEach(() => {
  window.localStorage.clear();
  requests = [];
  sold = 0;
  settled.clear();
  vi.stubGlobal("fetch", server);
  vi.stubGlobal("navigator", { ...navigator, locks: undefined });
});
afterEach(() => vi.unstubAllGlobals());

describe("two tabs without locks", () => {
  it("send the same key and bytes, so that it happens once", async () => {
    new Shelf("harbor-1", window.localStorage).put(SALE);
    const tabs = [tab(), tab()];
    const sending = tabs.map((one) => one.sendNow());
    await vi.waitFor(() => expect(requests).toHaveLength(2));
    for (const request of requests) request.answer();
    await Promise.all(sending);
    expect(new Set(requests.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
    expect(sold).toBe(1);
    for (const one of tabs) {
      one.changed();
      expect(one.entries()).toMatchObject([{ id: SALE.id, state: "done" }]);
    }
  });

  it("keep what one has learned when the other heard nothing", async () => {
    new Shelf("harbor-1", window.localStorage).put(SALE);
    const quick = tab();
    const slow = tab();
    const sending = [quick.sendNow(), slow.sendNow()];
    await vi.waitFor(() => expect(requests).toHaveLength(2));
    requests[0]?.answer();
    await sending[0];
    requests[1]?.lose();
    await sending[1];
    slow.changed();
    expect(slow.entries()).toMatchObject([{ state: "done" }]);
    expect(sold).toBe(1);
  });
});
