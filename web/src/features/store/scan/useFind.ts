import { type QueryClient, queryOptions, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { answerOf, api } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
import { useAccess } from "@/shared/session/SessionProvider";
import { memoryOf } from "../item/memory";
import { useStore } from "../place/StoreProvider";
import { isGtin } from "./gtin";

export const MAX_FOUND = 30;

export function foundFor(question: string, location: string) {
  return queryOptions({
    queryKey: ["search", question, location],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET("/v1/search", {
          params: { query: { q: question, location, limit: MAX_FOUND } },
          signal,
        }),
      ),
  });
}

/** The code of the item with exactly this barcode or code; undefined where names are to be searched. */
export function useFind() {
  const queries = useQueryClient();
  const { store } = useStore();
  const { session } = useAccess();
  const client = session.account?.client ?? "";
  return useCallback(
    (text: string) => exactly(queries, text, store.code, client),
    [queries, store.code, client],
  );
}

async function exactly(
  queries: QueryClient,
  text: string,
  location: string,
  client: string,
): Promise<string | undefined> {
  // What this device knows is answered at once, and also while the server is away.
  const memory = memoryOf(client);
  const known = memory.withCode(text);
  if (known) return known.sku.code;
  try {
    const { items } = await queries.fetchQuery({ ...foundFor(text, location), retry: false });
    const first = items[0];
    if (first && first.matched !== "name") return first.sku;
  } catch (failed) {
    if (!ApiError.isPassing(failed)) throw failed;
    if (memory.named(text).length > 0) return undefined;
    throw new Error(
      `The server cannot be reached, and this device has not seen ${text} before. Try again in a moment.`,
    );
  }
  if (isGtin(text)) throw new Error(`No item has the barcode ${text}. Search it by its name.`);
  return undefined;
}
