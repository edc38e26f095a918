import { queryOptions, useQuery } from "@tanstack/react-query";
import { answerOf, api } from "@/shared/api/client";

const FRESH_MILLIS = 10 * 60_000;

export function skuNamed(code: string) {
  return queryOptions({
    queryKey: ["sku", code],
    queryFn: ({ signal }) =>
      answerOf(api.GET("/v1/skus/{code}", { params: { path: { code } }, signal })),
    staleTime: FRESH_MILLIS,
  });
}

/** What the catalogue says about a SKU. */
export function useSku(code: string) {
  return useQuery(skuNamed(code));
}
