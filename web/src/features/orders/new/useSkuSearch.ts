import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { answerOf, api, type Schema } from "@/shared/api/client";
import { skuNamed } from "@/shared/stock";
import type { DraftLine } from "./draft";

export type FoundSku = Schema["FoundSku"];

const MOST = 8;
const LONGEST = 100;

function found(question: string) {
  const q = question.trim().slice(0, LONGEST);
  return queryOptions({
    queryKey: ["search", "orders", q],
    queryFn: ({ signal }) =>
      answerOf(api.GET("/v1/search", { params: { query: { q, limit: MOST } }, signal })),
    enabled: q !== "",
  });
}

/** What the catalogue has for what is being typed, with what can be promised of it anywhere. */
export function useSkuSearch(question: string) {
  return useQuery({ ...found(question), placeholderData: keepPreviousData });
}

/** One of a SKU, as a line. */
async function lineOf(queries: QueryClient, code: string): Promise<DraftLine> {
  const { name, unit, scale } = await queries.fetchQuery(skuNamed(code));
  return { sku: code, name, unit, scale, quantity: 1 };
}

/**
 * Makes lines of what is chosen, scanned or typed. `exactly` answers undefined where several names
 * are like it.
 */
export function useLineFor() {
  const queries = useQueryClient();
  return {
    of: (code: string) => lineOf(queries, code),
    async exactly(text: string): Promise<DraftLine | undefined> {
      const { items } = await queries.fetchQuery({ ...found(text), retry: false });
      const first = items[0];
      if (!first) throw new Error(`Nothing is called “${text}”. Try fewer or other words.`);
      const meant = first.matched !== "name" || items.length === 1;
      return meant ? lineOf(queries, first.sku) : undefined;
    },
  };
}
