import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answerOf, api } from "@/shared/api/client";
import { type EventType, eventTypes, WEBHOOKS, type Webhook } from "./types";

/** How often what waits and what failed is looked at again. */
const REFRESH_MILLIS = 10_000;

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
    mutationFn: (body: { url: string; eventTypes: EventType[] }) =>
      answerOf(api.POST("/v1/webhooks", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: WEBHOOKS }),
  });
}

/** What can be done with one webhook. Each throws what the server has against it. */
export function useWebhookDeeds(webhook: Webhook) {
  const queries = useQueryClient();
  const params = { path: { id: webhook.id } };
  const renew = () => queries.invalidateQueries({ queryKey: WEBHOOKS });
  return {
    test: () => answerOf(api.POST("/v1/webhooks/{id}/test", { params, body: {} })),
    rotate: () => answerOf(api.POST("/v1/webhooks/{id}/secret", { params, body: {} })),
    async setState(state: Webhook["state"]) {
      const body = { url: webhook.url, eventTypes: eventTypes(webhook.eventTypes), state };
      await answerOf(api.PUT("/v1/webhooks/{id}", { params, body }));
      await renew();
    },
    async remove() {
      await answerOf(api.DELETE("/v1/webhooks/{id}", { params }));
      await renew();
    },
  };
}

/** The positions that wait for a person, and the two ways to go on with them. */
export function useParked(webhook: Webhook) {
  const queries = useQueryClient();
  const params = { path: { id: webhook.id } };
  const parked = useQuery({
    queryKey: [...WEBHOOKS, webhook.id, "parked"],
    queryFn: () => answerOf(api.GET("/v1/webhooks/{id}/parked", { params })),
    refetchInterval: REFRESH_MILLIS,
  });
  const renew = () => queries.invalidateQueries({ queryKey: WEBHOOKS });
  return {
    ...parked,
    async replay(position?: { sku: string; location: string }) {
      const body = position ?? {};
      const { replayed } = await answerOf(api.POST("/v1/webhooks/{id}/replay", { params, body }));
      await renew();
      return replayed;
    },
    async skip(position: { sku: string; location: string }) {
      await answerOf(api.POST("/v1/webhooks/{id}/skip", { params, body: position }));
      await renew();
    },
  };
}
