import { ownHeaders } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";

/** A person who has signed in. */
export interface Account {
  id: number;
  name: string;
  email: string;
  role: string;
  client: string;
  clientName: string;
  operator: boolean;
  permissions: string[];
}

/** Who is here, how one can sign in, and which shop is open to everybody. */
export interface Session {
  signedIn: boolean;
  account?: Account;
  signIn: {
    password: boolean;
    openIdConnect: { name: string; path: string } | null;
  };
  shop: { client: string; name: string; key: string } | null;
}

/** Says whose things something is, where several people use one device. */
export function personOf(session: Session): string {
  return session.account ? `${session.account.client}-${session.account.id}` : "visitor";
}

/** Set while somebody has signed out here and the server does not know it yet. */
const LEAVING = "holdfast-leaving";

/** How long we wait for an answer before we call the server away. */
const PATIENCE_MILLIS = 8_000;

async function exchange(method: string, path: string, body?: unknown): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        "Holdfast-Client": ownHeaders()["Holdfast-Client"] ?? "web",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    });
  } catch {
    throw ApiError.unreachable();
  }
  if (!response.ok) {
    throw ApiError.of(response.status, await response.json().catch(() => undefined));
  }
  return response;
}

export async function readSession(): Promise<Session> {
  await leaveAtLast();
  return (await exchange("GET", "/v1/session")).json();
}

export async function signIn(email: string, password: string): Promise<Session> {
  await leaveAtLast();
  return (await exchange("POST", "/v1/session", { email, password })).json();
}

/**
 * Ends the session: at once, or before anything else is asked once the server can be reached, as
 * scripts cannot remove its cookie. True when the server has ended it.
 */
export async function signOut(): Promise<boolean> {
  localStorage.setItem(LEAVING, "yes");
  try {
    await leaveAtLast();
    return true;
  } catch {
    return false;
  }
}

/** Tells the server about a sign-out that it has not heard of. */
async function leaveAtLast(): Promise<void> {
  if (!localStorage.getItem(LEAVING)) return;
  try {
    await exchange("DELETE", "/v1/session");
  } catch (failed) {
    // Whoever is not signed in any more need not sign out.
    if (!(failed instanceof ApiError) || failed.status !== 401) throw failed;
  }
  localStorage.removeItem(LEAVING);
}

export async function changePassword(current: string, next: string): Promise<void> {
  await exchange("POST", "/v1/session/password", { current, new: next });
}
