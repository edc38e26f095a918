import { ownHeaders } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
import type { Report } from "../wire";
import { addressOf, type Filters } from "./filters";
import { serverMillisIn } from "./timing";

/** A report over years may take longer than any other answer. */
const PATIENCE_MILLIS = 30_000;

/** A report, and how long it took. */
export interface Told {
  report: Report;
  /** From asking until all of it was here. */
  wholeMillis: number;
  /** What the server needed of it, by its own clock, its database included. */
  serverMillis: number | undefined;
}

/** The main table as a file, or one of the parts. */
export interface AsFile {
  format: "csv" | "parquet";
  part?: string;
}

/** Where a report comes from; the same address with a format gives a file. */
export function addressOfReport(name: string, filters: Filters, file?: AsFile): string {
  const parameters = addressOf(filters);
  if (file) parameters.set("format", file.format);
  if (file?.part) parameters.set("part", file.part);
  return `/v1/reports/${name}?${parameters}`;
}

export async function getReport(
  name: string,
  filters: Filters,
  signal: AbortSignal,
): Promise<Told> {
  const asked = performance.now();
  const answer = await reach(addressOfReport(name, filters), signal);
  const body: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw ApiError.of(answer.status, body);
  const wholeMillis = performance.now() - asked;
  const serverMillis = serverMillisIn(answer.headers.get("Server-Timing"));
  return { report: body as Report, wholeMillis, serverMillis };
}

async function reach(address: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, {
      headers: ownHeaders(),
      // An answer that the browser kept says how old it was when it came, not how old it is.
      cache: "no-store",
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MILLIS)]),
    });
  } catch (failed) {
    if (signal.aborted) throw failed;
    throw ApiError.unreachable();
  }
}
