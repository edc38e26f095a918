import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answerOf, api, type Schema } from "@/shared/api/client";

export type Account = Schema["Account"];
export type MadeAccount = Schema["MadeAccount"];
type NewAccount = Schema["NewAccount"];
type AccountChange = Schema["AccountChange"];

/** The accounts of a client; undefined means the own one. */
export function usePeople(client: string | undefined) {
  return useQuery({
    queryKey: ["accounts", client],
    queryFn: () =>
      answerOf(api.GET("/v1/accounts", { params: { query: client ? { client } : {} } })),
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
