import type { Holdfast } from "./holdfast";
import { expect, type Page, signIn } from "./test";

/** Signs in and says once where the device stands. */
export async function openStore(page: Page, holdfast: Holdfast, city: string): Promise<void> {
  await signIn(page, holdfast, "/store");
  await page.getByLabel("Find a store").fill(city);
  await page.getByRole("button", { name: new RegExp(city) }).click();
  await expect(scanField(page)).toBeFocused();
}

export function scanField(page: Page) {
  return page.getByRole("textbox", { name: /^Scan/ });
}

/** What a keyboard-wedge scanner does, wherever the focus is. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
}

interface Movement {
  kind: string;
  onHand: number;
  onHandChange: number;
}

export async function onHand(holdfast: Holdfast, sku: string, location: string): Promise<number> {
  const path = `/v1/positions/${sku}/${location}`;
  return (await holdfast.ask<{ onHand: number }>("GET", path)).onHand;
}

/** The counts in the ledger of a position, newest first. */
export async function countsOf(holdfast: Holdfast, sku: string, location: string) {
  const path = `/v1/positions/${sku}/${location}/history`;
  const { items } = await holdfast.ask<{ items: Movement[] }>("GET", path);
  return items.filter(({ kind }) => kind === "counted");
}
