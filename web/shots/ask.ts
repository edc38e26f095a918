import type { Holdfast } from "../browser/holdfast";

/** A key of the demo company, and who in the pictures works with it. */
export type Asker = <T = unknown>(method: string, path: string, body?: unknown) => Promise<T>;

/** Asks the API with a key; a refusal is thrown as the server put it. */
export function asker(holdfast: Holdfast, key: string): Asker {
  return async (method, path, body) => {
    const answer = await fetch(holdfast.url + path, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        "Idempotency-Key": crypto.randomUUID(),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };
}

/** Issues a key of the demo company, and asks with it from then on. */
export async function issued(holdfast: Holdfast, name: string, role: string): Promise<Asker> {
  const { secret } = await holdfast.ask<{ secret: string }>("POST", "/v1/keys", { name, role });
  return asker(holdfast, secret);
}
