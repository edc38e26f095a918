import { ApiError } from "@/shared/api/errors";
import { forgetKept, keep, kept, keptUnder } from "./kept";
import { personOf, readSession, type Session } from "./session";

/** A session, and whether the server says so now or said so when it was last reached. */
export interface Known {
  session: Session;
  /** When the server said so: milliseconds since 1970 by this device's clock. */
  toldAt: number;
  /** The server cannot be reached: what is shown is what this device remembers. */
  away: boolean;
}

const NAME = "session";

type Remembered = Omit<Known, "away">;

/**
 * Who is here: as the server says, or as this device last knew while the server is away. That is
 * for showing only, the server checks every request again. Throws when neither knows.
 */
export async function knownSession(): Promise<Known> {
  try {
    return remember(await readSession());
  } catch (failed) {
    const last = kept<Remembered>(NAME);
    if (!last || !ApiError.isAway(failed)) throw failed;
    return { ...last, away: true };
  }
}

/** Keeps a session that the server has told; what was kept of somebody else is forgotten. */
export function remember(session: Session): Known {
  const last = kept<Remembered>(NAME);
  if (last && personOf(last.session) !== personOf(session)) forgetKept();
  const told: Remembered = { session, toldAt: Date.now() };
  keep(NAME, told);
  return { ...told, away: false };
}

/** Forgets who was here and all that was kept for them. Tells what stays: how one signs in. */
export function forgetPerson({ session, ...rest }: Known): Known {
  forgetKept();
  const { account: _, ...nobody } = session;
  const left = { session: { ...nobody, signedIn: false }, toldAt: rest.toldAt };
  keep(NAME, left);
  return { ...left, away: rest.away };
}

/** Calls back when another tab has signed in or out as somebody. Ends by what it returns. */
export function onOtherPerson(person: string, changed: () => void): () => void {
  const listener = ({ key }: StorageEvent) => {
    if (key !== null && key !== keptUnder(NAME)) return;
    const now = kept<Remembered>(NAME);
    if (!now || personOf(now.session) !== person) changed();
  };
  window.addEventListener("storage", listener);
  return () => window.removeEventListener("storage", listener);
}
