import { ownHeaders } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
import type { OutboxEntry, Refusal } from "./entry";

/** What one try has told. `unknown` and `broken` leave open whether the command has happened. */
export type Verdict =
  | { is: "done"; answer: unknown }
  | { is: "refused"; refusal: Refusal }
  | { is: "broken"; refusal: Refusal }
  | { is: "unknown"; trouble: string };

/** How long one try may take; a till must not stand still for longer. */
const PATIENCE_MILLIS = 8_000;

/** Refusals that say nothing about the command itself. */
const PASSING_STATUS = new Set([408, 425, 429, 502, 503, 504]);

export async function deliver(entry: OutboxEntry): Promise<Verdict> {
  let response: Response;
  try {
    response = await fetch(entry.path, {
      method: "POST",
      headers: {
        ...ownHeaders(),
        "Content-Type": "application/json",
        "Idempotency-Key": entry.id,
      },
      body: entry.body,
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    });
  } catch {
    return { is: "unknown", trouble: "The server cannot be reached." };
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return { is: "done", answer };
  const error = ApiError.of(response.status, answer);
  if (response.status === 401) return { is: "unknown", trouble: "Sign in again to send it." };
  if (PASSING_STATUS.has(response.status) || error.kind === "still-running") {
    return { is: "unknown", trouble: error.message };
  }
  const broken = response.status >= 500;
  const refusal: Refusal = {
    kind: error.kind,
    title: error.problem?.title ?? "Not done",
    detail: error.message,
    again: broken,
    ...availableIn(error.problem?.lines),
  };
  return broken ? { is: "broken", refusal } : { is: "refused", refusal };
}

function availableIn(lines: unknown): { available?: number } {
  if (!Array.isArray(lines) || lines.length !== 1) return {};
  const { available } = lines[0] as { available?: unknown };
  return typeof available === "number" ? { available } : {};
}
