import type { paths } from "@contract";
import { answerOf, api } from "@/shared/api/client";
import { settled } from "@/shared/api/settle";
import type {
  Change,
  Order,
  OrderBody,
  OrderPage,
  PromiseBody,
  Promised,
  ReturnBody,
} from "./types";

/** What a list is narrowed to. */
export type Asked = Omit<
  NonNullable<paths["/v1/orders"]["get"]["parameters"]["query"]>,
  "cursor"
> & {
  placed_from?: string;
  placed_to?: string;
  carrier?: string;
  service?: string;
  backlog?: boolean;
};

/** A command and the key that makes it happen once; the same key only ever with the same body. */
interface Keyed {
  key: string;
}

function header({ key }: Keyed) {
  return { "Idempotency-Key": key };
}

export function listOrders(
  asked: Asked & { cursor?: string },
  signal: AbortSignal | null = null,
): Promise<OrderPage> {
  return answerOf(api.GET("/v1/orders", { params: { query: asked }, signal }));
}

export function getOrder(id: string, signal: AbortSignal): Promise<Order> {
  return answerOf(api.GET("/v1/orders/{id}", { params: { path: { id } }, signal }));
}

/** What would happen; with `hold` also keeps the stock so long, which makes it a command. */
export function promise(keyed: Keyed, body: PromiseBody): Promise<Promised> {
  const params = { header: header(keyed) };
  return settled(() => answerOf(api.POST("/v1/promises", { params, body })));
}

export function placeOrder(keyed: Keyed, body: OrderBody): Promise<Order> {
  const params = { header: header(keyed) };
  return settled(() => answerOf(api.POST("/v1/orders", { params, body })));
}

export function changeOrder(keyed: Keyed, id: string, body: Change): Promise<Order> {
  const params = { path: { id }, header: header(keyed) };
  return settled(() => answerOf(api.PATCH("/v1/orders/{id}", { params, body })));
}

export function replanOrder(keyed: Keyed, id: string): Promise<Order> {
  const params = { path: { id }, header: header(keyed) };
  return settled(() => answerOf(api.POST("/v1/orders/{id}/replan", { params, body: {} })));
}

export function releaseOrder(keyed: Keyed, id: string): Promise<Order> {
  const params = { path: { id }, header: header(keyed) };
  return settled(() => answerOf(api.POST("/v1/orders/{id}/release", { params, body: {} })));
}

export function cancelOrder(keyed: Keyed, id: string, reason: string): Promise<Order> {
  const params = { path: { id }, header: header(keyed) };
  const body = reason === "" ? {} : { reason };
  return settled(() => answerOf(api.POST("/v1/orders/{id}/cancel", { params, body })));
}

export function returnGoods(keyed: Keyed, id: string, body: ReturnBody): Promise<Order> {
  const params = { path: { id }, header: header(keyed) };
  return settled(() => answerOf(api.POST("/v1/orders/{id}/return", { params, body })));
}

/** Gives up what a promise holds. */
export function giveUpHold(keyed: Keyed, id: string): Promise<unknown> {
  const params = { path: { id }, header: header(keyed) };
  const body = { reason: "the promise was not taken" };
  return settled(() => answerOf(api.POST("/v1/reservations/{id}/release", { params, body })));
}
