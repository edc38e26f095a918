import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answerOf, api, type Schema } from "@/shared/api/client";

export type Account = Schema["Account"];
export type MadeAccount = Schema["MadeAccount"];
type NewAccount = Schema["NewAccount"];
type AccountChange = Schema["AccountChange"];

/** The most of a page: hardly anybody has more people. */
const PAGE = 500;

/** Every account of a client; undefined means the own one. */
export function usePeople(client: string | undefined) {
  return useQuery({
    queryKey: ["accounts", client],
    queryFn: async () => {
      const items: Account[] = [];
      let cursor: string | undefined;
      do {
        const of = { ...(client ? { client } : {}), ...(cursor ? { cursor } : {}) };
        const query = { limit: PAGE, ...of };
        const page: Schema["AccountPage"] = await answerOf(
          api.GET("/v1/accounts", { params: { query } }),
        );
        items.push(...page.items);
        cursor = page.next;
      } while (cursor);
      return { items };
    },
  });
}

export function useAddPerson(client: string | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewAccount) =>
      answerOf(api.POST("/v1/accounts", { body: { ...body, ...(client ? { client } : {}) } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["accounts", client] }),
  });
}

export function useChangePerson(client: string | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, change }: { id: number; change: AccountChange }) =>
      answerOf(
        api.PATCH("/v1/accounts/{id}", {
          params: { path: { id }, query: client ? { client } : {} },
          body: change,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["accounts", client] }),
  });
}
