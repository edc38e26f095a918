import type { Order } from "../types";

export interface DeedProps {
  order: Order;
  close(): void;
  /** Takes the order as it is now, and what to say about it. */
  done(order: Order, said: string): void;
}
