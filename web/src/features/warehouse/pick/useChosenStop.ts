import { useCallback } from "react";
import { useSearchParams } from "react-router";
import type { PickList } from "../wire";

/** The stop that somebody looks at who has left the order of the walk; kept in the address. */
export function useChosenStop(list: PickList) {
  const [query, setQuery] = useSearchParams();
  const asked = Number(query.get("stop"));
  const chosen = Number.isInteger(asked) && asked >= 1 && asked <= list.stops.length;
  const choose = useCallback(
    (index: number | undefined) => {
      setQuery(
        (known) => {
          const changed = new URLSearchParams(known);
          if (index === undefined) changed.delete("stop");
          else changed.set("stop", String(index + 1));
          return changed;
        },
        { replace: true },
      );
    },
    [setQuery],
  );
  return [chosen ? asked - 1 : undefined, choose] as const;
}
