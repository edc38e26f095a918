import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { answerOf, api } from "@/shared/api/client";
import { useAccess } from "@/shared/session/SessionProvider";

export const CLIENTS = ["clients"];

export function useClients(enabled = true) {
  return useQuery({
    queryKey: CLIENTS,
    queryFn: () => answerOf(api.GET("/v1/clients")),
    enabled,
  });
}

/** Whose keys and people are shown: the own company's, or for operators the one in the address. */
export function useChosenClient() {
  const { session } = useAccess();
  const [parameters, setParameters] = useSearchParams();
  const own = session.account?.client ?? "";
  const operator = session.account?.operator ?? false;
  const chosen = operator ? (parameters.get("client") ?? own) : own;
  return {
    own,
    operator,
    chosen,
    /** What requests carry: nothing for the own company. */
    other: chosen === own ? undefined : chosen,
    choose(code: string) {
      setParameters(code === own ? {} : { client: code }, { replace: true });
    },
  };
}
