import { createParser } from "eventsource-parser";
import { ownHeaders } from "@/shared/api/client";

/** The server says something every 16 s; after more than two of these the connection is dead. */
const SILENCE_MILLIS = 40_000;

export class StreamRefused extends Error {
  readonly passing: boolean;

  constructor(status: number) {
    super(`The stream was answered with ${status}`);
    this.passing = status === 429 || status >= 500;
  }
}

interface Listener {
  opened(): void;
  /** Anything at all arrived. */
  heard(): void;
  told(name: string | undefined, content: string, id: string | undefined): void;
}

/** Reads until the stream ends or fails. Not EventSource: that one cannot send our headers. */
export async function readStream(
  skus: string[],
  lastEventId: string | undefined,
  signal: AbortSignal,
  listener: Listener,
): Promise<void> {
  const silence = new AbortController();
  let alarm = setTimeout(() => silence.abort(), SILENCE_MILLIS);
  try {
    const query = new URLSearchParams(skus.map((sku) => ["sku", sku]));
    const response = await fetch(`/v1/availability/stream?${query}`, {
      headers: {
        ...ownHeaders(),
        Accept: "text/event-stream",
        ...(lastEventId ? { "Last-Event-ID": lastEventId } : {}),
      },
      cache: "no-store",
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!response.ok || !response.body) throw new StreamRefused(response.status);
    listener.opened();
    const parser = createParser({
      onEvent: (event) => listener.told(event.event, event.data, event.id),
    });
    const text = new TextDecoder();
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(alarm);
      alarm = setTimeout(() => silence.abort(), SILENCE_MILLIS);
      listener.heard();
      parser.feed(text.decode(part.value, { stream: true }));
    }
  } finally {
    clearTimeout(alarm);
  }
}
