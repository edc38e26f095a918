import type { Schema } from "@/shared/api/client";

export type Availability = Schema["Availability"];
export type AvailableAt = Schema["AvailableAt"];
export type Location = Schema["Location"];
export type Sku = Schema["Sku"];

/** Degrees north and east. */
export interface Point {
  latitude: number;
  longitude: number;
}
