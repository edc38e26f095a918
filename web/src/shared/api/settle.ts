import { ApiError } from "./errors";

const PAUSES_MILLIS = [600, 1_500, 3_500];
/** What leaves it open whether the command has happened. */
const UNSETTLED = new Set(["unreachable", "outcome-unknown", "still-running"]);

function pause(millis: number): Promise<void> {
  return new Promise((done) => setTimeout(done, millis));
}

/** Whether nobody knows what became of the command: only its key can tell. */
export function isUnsettled(failed: unknown): boolean {
  return failed instanceof ApiError && UNSETTLED.has(failed.kind);
}

/**
 * Sends a command until there is an answer or patience ends, which throws the last failure. `send`
 * must use the same idempotency key and body each time: that makes it happen once.
 */
export async function settled<T>(send: () => Promise<T>): Promise<T> {
  for (const millis of PAUSES_MILLIS) {
    try {
      return await send();
    } catch (failed) {
      const again = failed instanceof ApiError && failed.kind === "still-running";
      if (!again && !ApiError.isPassing(failed)) throw failed;
      await pause(millis);
    }
  }
  return send();
}
