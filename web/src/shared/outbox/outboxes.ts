import { personOf, readSession } from "@/shared/session/session";
import { Outbox } from "./Outbox";
import { Shelf } from "./shelf";
import { deliver } from "./transport";

const open = new Map<string, Outbox>();

/** The outbox of this person in this tab: of one, nothing is shown or sent as another. */
export function outboxOf(person: string): Outbox {
  const known = open.get(person);
  if (known) return known;
  const shelf = new Shelf(person, window.localStorage);
  const outbox = new Outbox({
    shelf,
    deliver,
    stillSamePerson: async () => personOf(await readSession()) === person,
    alone: (work) => aloneAmongTabs(`holdfast-outbox:${person}`, work),
    now: Date.now,
  });
  open.set(person, outbox);
  window.addEventListener("storage", (event) => {
    if (shelf.concerns(event.key)) outbox.changed();
  });
  window.addEventListener("online", () => void outbox.sendNow());
  return outbox;
}

/** Without locks (plain http beyond this machine) the idempotency key alone keeps it to one. */
export async function aloneAmongTabs(name: string, work: () => Promise<void>): Promise<void> {
  const locks: LockManager | undefined = navigator.locks;
  if (locks) await locks.request(name, work);
  else await work();
}
