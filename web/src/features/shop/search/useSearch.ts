import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answerOf, api, type Schema } from "@/shared/api/client";
import { noteServerTime } from "@/shared/stock";

export type FoundSku = Schema["FoundSku"];

const MOST = 30;
const LONGEST = 100;
const AGAIN_MILLIS = 10_000;

interface Asked {
  question: string;
  category: string | undefined;
  location: string | undefined;
}

/** What the catalogue has for a question, with what is available at a location or everywhere. */
export function useSearch({ question, category, location }: Asked) {
  const q = question.trim().slice(0, LONGEST);
  return useQuery({
    queryKey: ["search", q, category, location],
    queryFn: async ({ signal }) => {
      const query = {
        q,
        limit: MOST,
        ...(category ? { category } : {}),
        ...(location ? { location } : {}),
      };
      const found = await answerOf(api.GET("/v1/search", { params: { query }, signal }));
      if (found.asOf && !found.stale) noteServerTime(found.asOf);
      return found;
    },
    enabled: q !== "",
    // What was found stays until the next answer is there: nothing jumps while typing.
    placeholderData: keepPreviousData,
    // A stream would begin anew with every letter; this costs a phone less.
    refetchInterval: AGAIN_MILLIS,
  });
}

/** A GTIN, as a scanner types it. */
export function isBarcode(question: string): boolean {
  return /^(\d{8}|\d{12,14})$/.test(question.trim());
}
