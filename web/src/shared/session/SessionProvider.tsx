import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { setShopKey } from "@/shared/api/client";
import { FullPageLoader, FullPageProblem } from "@/shared/ui/FullPage";
import { forgetPerson, type Known, knownSession, onOtherPerson, remember } from "./known";
import { personOf, type Session } from "./session";

interface Access {
  session: Session;
  /** Since when the server is away, as milliseconds since 1970; undefined while it answers. */
  awaySince: number | undefined;
  /** Whether the signed-in person may do this; visitors of the shop may do what a shopper may. */
  may(permission: string): boolean;
  /** Takes what a sign-in or sign-out answered. */
  changed(session: Session | undefined): Promise<void>;
}

const SHOPPER = ["look-up", "reserve"];
const ASK_MILLIS = { there: 5 * 60_000, away: 4_000 };
const KEY = ["session"];
const AccessContext = createContext<Access | undefined>(undefined);

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: knownSession,
    // With something to show at hand, a second try can wait.
    retry: false,
    refetchInterval: ({ state }) => {
      const away = state.data?.away ?? state.error !== null;
      // Spread, so that a server that comes back does not meet everybody at once.
      return away ? ASK_MILLIS.away * (1 + Math.random()) : ASK_MILLIS.there;
    },
  });
  const session = data?.session;
  const awaySince = data?.away ? data.toldAt : undefined;
  const person = session && personOf(session);
  const access = useMemo<Access | undefined>(() => {
    if (!session) return undefined;
    setShopKey(session.signedIn ? undefined : session.shop?.key);
    const permissions = new Set(session.account?.permissions ?? (session.shop ? SHOPPER : []));
    return {
      session,
      awaySince,
      may: (permission) => permissions.has(permission),
      async changed(told) {
        // Nothing of the one who was here before may be shown to the next.
        queries.removeQueries({ predicate: (query) => query.queryKey[0] !== KEY[0] });
        if (told) {
          queries.setQueryData<Known>(KEY, remember(told));
          return;
        }
        queries.setQueryData<Known>(KEY, (known) => known && forgetPerson(known));
        await queries.invalidateQueries({ queryKey: KEY });
      },
    };
  }, [session, awaySince, queries]);
  useEffect(() => {
    if (!person) return undefined;
    return onOtherPerson(person, () => void queries.invalidateQueries({ queryKey: KEY }));
  }, [person, queries]);
  if (!access) {
    return error ? (
      <FullPageProblem error={error} again={() => void refetch()} />
    ) : (
      <FullPageLoader />
    );
  }
  return <AccessContext.Provider value={access}>{children}</AccessContext.Provider>;
}

export function useAccess(): Access {
  const access = useContext(AccessContext);
  if (!access) throw new Error("useAccess needs a SessionProvider above it");
  return access;
}
