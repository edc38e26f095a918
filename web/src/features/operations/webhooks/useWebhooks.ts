import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answerOf, api } from "@/shared/api/client";
import { type EventType, eventTypes, REFRESH_MILLIS, WEBHOOKS, type Webhook } from "./types";

/** Where a webhook leads and what it hears of. */
interface Terms {
  url: string;
  eventTypes: EventType[];
}

export function useWebhooks() {
  return useQuery({
    queryKey: WEBHOOKS,
    queryFn: () => answerOf(api.GET("/v1/webhooks")),
    refetchInterval: REFRESH_MILLIS,
  });
}

export function useAddWebhook() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Terms) => answerOf(api.POST("/v1/webhooks", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: WEBHOOKS }),
  });
}

/** What can be done with one webhook. Each throws what the server has against it. */
export function useWebhookDeeds(webhook: Webhook) {
  const queries = useQueryClient();
  const params = { path: { id: webhook.id } };
  const renew = () => queries.invalidateQueries({ queryKey: WEBHOOKS });
  async function put(body: Terms & { state: Webhook["state"] }) {
    await answerOf(api.PUT("/v1/webhooks/{id}", { params, body }));
    await renew();
  }
  return {
    test: () => answerOf(api.POST("/v1/webhooks/{id}/test", { params, body: {} })),
    rotate: () => answerOf(api.POST("/v1/webhooks/{id}/secret", { params, body: {} })),
    replace: (terms: Terms) => put({ ...terms, state: webhook.state }),
    setState: (state: Webhook["state"]) =>
      put({ url: webhook.url, eventTypes: eventTypes(webhook.eventTypes), state }),
    async remove() {
      await answerOf(api.DELETE("/v1/webhooks/{id}", { params }));
      await renew();
    },
  };
}
