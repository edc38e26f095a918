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
  return (await exchange("GET", "/v1/session")).json();
}

export async function signIn(email: string, password: string): Promise<Session> {
  return (await exchange("POST", "/v1/session", { email, password })).json();
}

export async function signOut(): Promise<void> {
  await exchange("DELETE", "/v1/session");
}

export async function changePassword(current: string, next: string): Promise<void> {
  await exchange("POST", "/v1/session/password", { current, new: next });
}
