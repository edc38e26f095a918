import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { setShopKey } from "@/shared/api/client";
import { FullPageLoader, FullPageProblem } from "@/shared/ui/FullPage";
import { readSession, type Session } from "./session";

interface Access {
  session: Session;
  /** Whether the signed-in person may do this; visitors of the shop may do what a shopper may. */
  may(permission: string): boolean;
  /** Takes what a sign-in or sign-out answered. */
  changed(session: Session | undefined): Promise<void>;
}

const SHOPPER = ["look-up", "reserve"];
const AccessContext = createContext<Access | undefined>(undefined);

export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ["session"],
    queryFn: readSession,
    refetchInterval: 5 * 60_000,
  });
  const access = useMemo<Access | undefined>(() => {
    if (!data) return undefined;
    setShopKey(data.signedIn ? undefined : data.shop?.key);
    const permissions = new Set(data.account?.permissions ?? (data.shop ? SHOPPER : []));
    return {
      session: data,
      may: (permission) => permissions.has(permission),
      async changed(session) {
        // Nothing of the one who was here before may be shown to the next.
        queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
        if (session) queries.setQueryData(["session"], session);
        else await queries.invalidateQueries({ queryKey: ["session"] });
      },
    };
  }, [data, queries]);
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
