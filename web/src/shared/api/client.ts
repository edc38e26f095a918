import type { components, paths } from "@contract";
import createClient, { type Middleware } from "openapi-fetch";
import { ApiError } from "./errors";

export type Schema = components["schemas"];

/**
 * The publishable key of the shop, for visitors without an account. Everybody may know it. Who is
 * signed in needs none: the browser sends a cookie that scripts cannot read.
 */
let shopKey: string | undefined;

export function setShopKey(key: string | undefined): void {
  shopKey = key;
}

/** Headers of every request of ours; the first one tells the server that it is no other site's. */
export function ownHeaders(): Record<string, string> {
  const own: Record<string, string> = { "Holdfast-Client": "web" };
  return shopKey ? { ...own, Authorization: `Bearer ${shopKey}` } : own;
}

/** How long we wait for an answer before we call the server out of reach. */
const PATIENCE_MILLIS = 8_000;

async function reach(request: Request): Promise<Response> {
  try {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MILLIS)]);
    return await fetch(request, { signal });
  } catch (failed) {
    if (request.signal.aborted) throw failed;
    throw ApiError.unreachable();
  }
}

const headers: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(ownHeaders())) request.headers.set(name, value);
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: reach });
api.use(headers);

/** The answer, or the server's problem thrown. */
export async function answerOf<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw ApiError.of(response.status, error);
  return data as T;
}

/** A random UUID (RFC 9562, version 4), also where the page did not come by https. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** A key of a command's own makes it happen once, however often it is sent. */
export function idempotencyKey(): { "Idempotency-Key": string } {
  return { "Idempotency-Key": freshKey() };
}
