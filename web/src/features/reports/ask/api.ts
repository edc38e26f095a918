import { api } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
import type { Answer, Report, ReportName } from "../wire";
import { addressOf, type Filters } from "./filters";
import { withMeans } from "./means";
import { serverMillisIn } from "./timing";

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

/** Where a browser fetches a file from. */
export function addressOfFile(name: ReportName, filters: Filters, file: AsFile): string {
  const parameters = addressOf(filters);
  parameters.set("format", file.format);
  if (file.part) parameters.set("part", file.part);
  return `/v1/reports/${name}?${parameters}`;
}

function queryOf(filters: Filters) {
  const { from, to, by, payday, currency, locations, carrier, service, categories } = filters;
  return {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(by ? { by } : {}),
    ...(payday ? { payday } : {}),
    ...(currency ? { currency } : {}),
    ...(locations.length > 0 ? { location: locations } : {}),
    ...(carrier ? { carrier: [carrier] } : {}),
    ...(service ? { service: [service] } : {}),
    ...(categories.length > 0 ? { category: categories } : {}),
  };
}

export async function getReport(
  report: ReportName,
  filters: Filters,
  signal: AbortSignal,
): Promise<Told> {
  const asked = performance.now();
  const { data, error, response } = await api.GET("/v1/reports/{report}", {
    params: { path: { report }, query: queryOf(filters) },
    signal,
    // An answer that the browser kept says how old it was when it came, not how old it is.
    cache: "no-store",
  });
  if (!data) throw ApiError.of(response.status, error);
  return {
    // Of its three forms, the one without a format.
    report: withMeans(data as Answer),
    wholeMillis: performance.now() - asked,
    serverMillis: serverMillisIn(response.headers.get("Server-Timing")),
  };
}
