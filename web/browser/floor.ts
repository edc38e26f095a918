import type { Holdfast } from "./holdfast";
import { expect, type Page, signIn } from "./test";

export const FLOOR = "FC-RNO";
/** Beside the fulfilment centre, so that it is what ships there. */
const NEXT_DOOR = { name: "Ana Ruiz", address: "12 Elm St", postcode: "89506", country: "US" };

export type Asking = <T>(method: string, path: string, body?: unknown) => Promise<T>;

interface Located {
  items: { code: string; kind: string }[];
}

/** Places an order that the fulfilment centre in Reno ships, and tells its identifier. */
export async function placeOrder(ask: Asking, number: string, lines: [string, number][]) {
  const { items } = await ask<Located>("GET", "/v1/locations?limit=500");
  const stores = items.filter(({ kind }) => kind === "store").map(({ code }) => code);
  const { id } = await ask<{ id: string }>("POST", "/v1/orders", {
    number,
    lines: lines.map(([sku, quantity]) => ({ sku, quantity })),
    shipTo: NEXT_DOOR,
    preferences: { preferred: [FLOOR], excluded: stores },
  });
  return id;
}

/** Signs in and says once on which floor the device stands. */
export async function openFloor(page: Page, holdfast: Holdfast): Promise<void> {
  await signIn(page, holdfast, "/warehouse");
  await chooseFloor(page);
}

export async function chooseFloor(page: Page): Promise<void> {
  await page.getByLabel("Find a location").fill("Reno");
  await page.getByRole("button", { name: /Reno/ }).click();
  await expect(page.getByRole("heading", { name: "Waves", exact: true })).toBeVisible();
}

export interface FloorList {
  id: string;
  number: string;
  stops: { stop: number; picks: { sku: string; barcodes: string[]; quantity: number }[] }[];
}

/** Starts the wave that is proposed first, and tells its pick lists. */
export async function startWave(ask: Asking): Promise<FloorList[]> {
  const wave = await ask<{ id: string }>("POST", "/v1/waves", { location: FLOOR });
  return (await ask<{ items: FloorList[] }>("GET", `/v1/pick-lists?wave=${wave.id}`)).items;
}

/** Confirms stops of a pick list as found whole. */
export async function pickStops(ask: Asking, list: FloorList, many: number): Promise<void> {
  await ask("POST", `/v1/pick-lists/${list.id}/start`, {});
  for (const { stop } of list.stops.slice(0, many)) {
    await ask("POST", `/v1/pick-lists/${list.id}/stops/${stop}`, { picks: [] });
  }
}
