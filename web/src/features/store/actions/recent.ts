import type { OutboxEntry } from "@/shared/outbox";
import { quantityText } from "@/shared/stock";

/** A working day. */
const RECENT_MILLIS = 12 * 3_600_000;

/** What was done at this store lately, newest first. */
export function recentAt(
  entries: readonly OutboxEntry[],
  location: string,
  now: number,
): OutboxEntry[] {
  return entries
    .filter(
      (entry) =>
        entry.notes.location === location &&
        (entry.state === "waiting" || now - entry.madeAt < RECENT_MILLIS) &&
        !(entry.state === "refused" && entry.seen),
    )
    .toReversed();
}

/** The entries that another one takes back, or has taken back. */
export function undoneOf(entries: readonly OutboxEntry[]): Set<string> {
  const undone = new Set<string>();
  for (const { notes, state } of entries) {
    if (typeof notes.undoes === "string" && state !== "refused") undone.add(notes.undoes);
  }
  return undone;
}

interface Balance {
  onHand: number;
  shortfall: number;
}

/** Why it was not done, and what would be. */
export function refusalText({ refusal, notes }: OutboxEntry): string {
  if (!refusal) return "Refused";
  if (refusal.available === undefined) return `${refusal.title}. ${refusal.detail}`;
  const unit = typeof notes.unit === "string" ? notes.unit : "each";
  return `${refusal.title}: only ${quantityText(refusal.available, unit)} can be taken`;
}

/** What the server said was there afterwards: "115 on hand". */
export function outcomeText(entry: OutboxEntry): string | undefined {
  const balance = balanceOf(entry.answer);
  if (!balance) return undefined;
  const unit = typeof entry.notes.unit === "string" ? entry.notes.unit : "each";
  const missing =
    balance.shortfall > 0
      ? `, ${quantityText(balance.shortfall, unit)} short of what is reserved`
      : "";
  return `${quantityText(balance.onHand, unit)} on hand${missing}`;
}

function balanceOf(answer: unknown): Balance | undefined {
  if (typeof answer !== "object" || answer === null || !("lines" in answer)) return undefined;
  const lines = answer.lines;
  if (!Array.isArray(lines) || lines.length !== 1) return undefined;
  const line = lines[0] as Partial<Balance> | undefined;
  if (typeof line?.onHand !== "number") return undefined;
  return { onHand: line.onHand, shortfall: line.shortfall ?? 0 };
}
