const PREFIX = "holdfast-kept:";

/** What storage refused (full, or forbidden) is remembered until the page is closed. */
const unstored = new Map<string, string>();

/**
 * Keeps something of the server's on this device, to be shown while the server is away. Whoever
 * signs out or in as somebody else makes the device forget all of it.
 */
export function keep(name: string, value: unknown): void {
  const text = JSON.stringify(value);
  try {
    localStorage.setItem(PREFIX + name, text);
    unstored.delete(name);
  } catch {
    unstored.set(name, text);
  }
}

/** What was kept under this name; undefined when nothing was, or it cannot be read. */
export function kept<T>(name: string): T | undefined {
  const text = unstored.get(name) ?? localStorage.getItem(PREFIX + name);
  if (!text) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

/** The storage key that something is kept under, for those who store it themselves. */
export function keptUnder(name: string): string {
  return PREFIX + name;
}

/** Removes everything that was kept. Commands that wait to be sent are not among it. */
export function forgetKept(): void {
  unstored.clear();
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  }
}
