import { ownHeaders, type Schema } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
import { type ImportKind, isJsonLines } from "./kinds";
import type { Reject } from "./rejects";

export interface Upload {
  file: File;
  kind: ImportKind;
  skipBad: boolean;
  /** The same one to ask again how it ended. */
  idempotencyKey: string;
}

/** What became of a file: in the store, or refused with its bad rows. */
export interface Outcome {
  applied: number;
  rows: number;
  rejected: number;
  rejects: Reject[];
  moreRejects: number;
  /** Of orders, how many were there before. */
  already: number;
  seconds?: number;
  /** Whether nothing of it was taken. */
  refused: boolean;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function outcomeOf(told: Partial<Schema["ImportSummary"]>, refused: boolean): Outcome {
  const { applied = 0, rows = 0, rejected = 0, rejects = [], moreRejects = 0 } = told;
  const { already = 0, seconds } = told;
  const outcome = { applied, rows, rejected, rejects, moreRejects, already, refused };
  return seconds === undefined ? outcome : { ...outcome, seconds };
}

/**
 * Sends a file and tells how much of it has gone, from 0 to 1. XMLHttpRequest, because fetch does
 * not tell. No patience ends it: the store may be at work on millions of rows.
 */
export function send(
  { file, kind, skipBad, idempotencyKey }: Upload,
  gone: (share: number) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/v1/imports/${kind}?skipBad=${skipBad}`);
    for (const [name, value] of Object.entries(ownHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader(
      "Content-Type",
      isJsonLines(file.name) ? "application/x-ndjson" : "text/csv",
    );
    request.setRequestHeader("Idempotency-Key", idempotencyKey);
    request.upload.addEventListener("progress", ({ loaded, total }) => gone(loaded / total));
    request.upload.addEventListener("load", () => gone(1));
    request.addEventListener("error", () => failed(ApiError.unreachable()));
    request.addEventListener("abort", () => failed(new DOMException("stopped", "AbortError")));
    request.addEventListener("load", () => {
      const body = parsed(request.responseText);
      if (request.status === 200) {
        return done(outcomeOf(body as Schema["ImportSummary"], false));
      }
      const problem = ApiError.of(request.status, body);
      if (problem.kind !== "import-rejected") return failed(problem);
      done(outcomeOf(body as Partial<Schema["ImportSummary"]>, true));
    });
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
