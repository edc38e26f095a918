import type { Schema } from "@/shared/api/client";

export type OrderState = Schema["OrderState"];
export type OrderSummary = Schema["OrderSummary"];
export type OrderPage = Schema["OrderPage"];
export type OrderBody = Schema["NewOrder"];
export type PromiseBody = Schema["NewPromise"];
export type Change = Schema["OrderChange"];
export type ReturnBody = Schema["ReturnOrder"];
export type ShipTo = Schema["ShipTo"];
export type Cost = Schema["OrderCost"];
export type Shipment = Schema["Shipment"];
export type ShipmentLine = Schema["ShippedLine"];
export type Carton = Schema["PackedCarton"];
export type Plan = Schema["OrderPlan"];
export type Alternative = Plan["alternatives"][number];
export type AlternativeKind = Alternative["kind"];
export type ServiceTried = Plan["services"][number];
export type Order = Schema["Order"];
export type OrderLine = Order["lines"][number];
export type Step = Order["steps"][number];
export type Obstacle = Schema["PlanObstacle"];
export type Promised = Schema["Promise"];

/** In the order in which an order goes through them. */
export const STATES: readonly OrderState[] = [
  "placed",
  "released",
  "picking",
  "packed",
  "shipped",
  "delivered",
  "cancelled",
  "returned",
];
