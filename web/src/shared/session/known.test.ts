import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keep, kept } from "./kept";
import { forgetPerson, knownSession, onOtherPerson, remember } from "./known";
import { type Session, signOut } from "./session";

const SHOP = { client: "harbor", name: "Harbor", key: "public" };
const WAYS = { password: true, openIdConnect: null };
const VISITOR: Session = { signedIn: false, signIn: WAYS, shop: SHOP };

function person(id: number): Session {
  const account = { id, name: "Ana", email: "ana@localhost", role: "clerk", client: "harbor" };
  const rest = { clientName: "Harbor", operator: false, permissions: ["sell"] };
  return { ...VISITOR, signedIn: true, account: { ...account, ...rest } };
}

let asked: string[] = [];
let answer: () => Promise<Response> = async () => Response.json(VISITOR);

beforeEach(() => {
  localStorage.clear();
  asked = [];
  vi.stubGlobal("fetch", (path: string, { method }: { method: string }) => {
    asked.push(`${method} ${path}`);
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

function serverSays(session: Session): void {
  answer = async () => Response.json(session);
}

function serverIsAway(): void {
  answer = () => Promise.reject(new TypeError("Failed to fetch"));
}

describe("while the server is away", () => {
  it("who was here last is still shown, with the time of it", async () => {
    serverSays(person(1));
    const { toldAt } = await knownSession();
    serverIsAway();
    expect(await knownSession()).toEqual({ session: person(1), toldAt, away: true });
    answer = async () => new Response("", { status: 502 });
    expect((await knownSession()).away).toBe(true);
  });

  it("a device that knows nobody says that the server cannot be reached", async () => {
    serverIsAway();
    await expect(knownSession()).rejects.toThrow("cannot be reached");
  });

  it("a server that answers with a refusal is believed", async () => {
    remember(person(1));
    answer = async () => new Response("", { status: 500 });
    await expect(knownSession()).rejects.toThrow("500");
  });

  it("signing out forgets the person, and the server hears of it before anything else", async () => {
    const known = remember(person(1));
    keep("item:A", { onHand: 3 });
    serverIsAway();
    expect(await signOut()).toBe(false);
    forgetPerson(known);
    expect(kept("item:A")).toBeUndefined();
    expect(await knownSession()).toMatchObject({ session: VISITOR, away: true });

    serverSays(VISITOR);
    asked = [];
    await knownSession();
    await knownSession();
    expect(asked).toEqual(["DELETE /v1/session", "GET /v1/session", "GET /v1/session"]);
  });
});

describe("what is kept", () => {
  it("is forgotten when somebody else comes, and not when the same person does", async () => {
    remember(person(1));
    keep("item:A", { onHand: 3 });
    remember(person(1));
    expect(kept("item:A")).toEqual({ onHand: 3 });
    remember(person(2));
    expect(kept("item:A")).toBeUndefined();
  });

  it("leaves what others store alone", () => {
    localStorage.setItem("holdfast-outbox:harbor-1:k", "a command");
    forgetPerson(remember(person(1)));
    expect(localStorage.getItem("holdfast-outbox:harbor-1:k")).toBe("a command");
  });

  it("tells other tabs that somebody else is here, and only that", () => {
    let changes = 0;
    const end = onOtherPerson("harbor-1", () => changes++);
    const tell = () => window.dispatchEvent(new StorageEvent("storage", { key: null }));
    remember(person(1));
    tell();
    expect(changes).toBe(0);
    remember(person(2));
    tell();
    expect(changes).toBe(1);
    end();
  });
});
