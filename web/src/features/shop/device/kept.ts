import { useCallback, useSyncExternalStore } from "react";
import { useAccess } from "@/shared/session/SessionProvider";

// What a visitor of the shop has is kept on the device: there is no account that could keep it.

const values = new Map<string, { text: string | null; value: unknown }>();
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab of the same shop.
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

function read<T>(key: string, empty: T): T {
  const text = localStorage.getItem(key);
  const known = values.get(key);
  if (known && known.text === text) return known.value as T;
  let value = empty;
  if (text !== null) {
    try {
      value = JSON.parse(text) as T;
    } catch {
      localStorage.removeItem(key);
    }
  }
  values.set(key, { text, value });
  return value;
}

function write<T>(key: string, value: T): void {
  const text = JSON.stringify(value);
  values.set(key, { text, value });
  localStorage.setItem(key, text);
  for (const listener of listeners) listener();
}

/** A value that outlives the page, one for each shop. `empty` must always be the same object. */
export function useKept<T>(name: string, empty: T): [T, (change: (old: T) => T) => void] {
  const { session } = useAccess();
  const shop = session.account?.client ?? session.shop?.client ?? "none";
  const key = `holdfast.shop.${shop}.${name}`;
  const value = useSyncExternalStore(listen, () => read(key, empty));
  const change = useCallback(
    (how: (old: T) => T) => write(key, how(read(key, empty))),
    [key, empty],
  );
  return [value, change];
}
