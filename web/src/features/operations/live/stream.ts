import { createParser } from "eventsource-parser";
import { ownHeaders } from "@/shared/api/client";
import type { Sample } from "./types";

/** Samples come every 5 s; after three of these the connection is dead. */
const SILENCE_MILLIS = 16_000;
const FIRST_PAUSE_MILLIS = 1_000;
const LONGEST_PAUSE_MILLIS = 15_000;

interface Listener {
  told(sample: Sample): void;
  /** The stream ended or failed; another try follows by itself. */
  lost(): void;
}

async function read(signal: AbortSignal, told: (sample: Sample) => void): Promise<void> {
  const silence = new AbortController();
  let alarm = setTimeout(() => silence.abort(), SILENCE_MILLIS);
  try {
    // Not EventSource: that one cannot send our headers.
    const response = await fetch("/v1/operations/stream", {
      headers: { ...ownHeaders(), Accept: "text/event-stream" },
      cache: "no-store",
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!response.ok || !response.body) return;
    const parser = createParser({
      onEvent: ({ event, data }) => {
        if (event === "sample") told(JSON.parse(data) as Sample);
      },
    });
    const text = new TextDecoder();
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(alarm);
      alarm = setTimeout(() => silence.abort(), SILENCE_MILLIS);
      parser.feed(text.decode(part.value, { stream: true }));
    }
  } finally {
    clearTimeout(alarm);
  }
}

function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const waiting = setTimeout(done, millis);
    signal.addEventListener("abort", () => {
      clearTimeout(waiting);
      done();
    });
  });
}

/** Follows the samples until the signal says stop, and begins again whenever the stream breaks. */
export async function followSamples(signal: AbortSignal, listener: Listener): Promise<void> {
  let wait = FIRST_PAUSE_MILLIS;
  while (!signal.aborted) {
    try {
      await read(signal, (sample) => {
        wait = FIRST_PAUSE_MILLIS;
        listener.told(sample);
      });
    } catch {
      // A broken connection ends like a closed one: with another try.
    }
    if (signal.aborted) return;
    listener.lost();
    await pause(wait * (0.75 + Math.random() / 2), signal);
    wait = Math.min(wait * 2, LONGEST_PAUSE_MILLIS);
  }
}
