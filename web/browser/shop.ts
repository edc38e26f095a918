import { expect, type Locator, type Page } from "@playwright/test";
import type { Holdfast } from "./holdfast";

/** A product that no other test touches. */
export interface Product {
  sku: string;
  name: string;
  barcode: string;
}

const SEATTLE = "SEA-01";
const PORTLAND = "PDX-01";
const BOISE = "BOI-01";
export const STORES = { SEATTLE, PORTLAND, BOISE };

function randomDigits(count: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => byte % 10).join("");
}

/** Of the numbers that shops may use as they like: 13 digits, the last one a check digit. */
function ownBarcode(): string {
  const digits = `29${randomDigits(10)}`;
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at % 2 ? 3 : 1), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** Makes a product and receives so many of it in each location. */
export async function makeProduct(
  holdfast: Holdfast,
  what: string,
  stock: Record<string, number>,
): Promise<Product> {
  const number = randomDigits(8);
  const product = { sku: `SHOP-${number}`, name: `${what} ${number}`, barcode: ownBarcode() };
  const { sku: code, name, barcode } = product;
  const rest = { unit: "each", category: "household" };
  await holdfast.ask("POST", "/v1/skus", { code, name, barcodes: [barcode], ...rest });
  for (const [location, quantity] of Object.entries(stock)) {
    await receive(holdfast, product, location, quantity);
  }
  return product;
}

export async function receive(
  holdfast: Holdfast,
  { sku }: Product,
  location: string,
  quantity: number,
): Promise<void> {
  const lines = [{ sku, location, quantity }];
  await holdfast.ask("POST", "/v1/receipts", { lines, reason: "delivery" });
}

/** Somebody buys it at the till of the store. */
export async function sell(
  holdfast: Holdfast,
  { sku }: Product,
  location: string,
  quantity: number,
): Promise<void> {
  await holdfast.ask("POST", "/v1/sales", { lines: [{ sku, location, quantity }] });
}

interface Position {
  onHand: number;
  reserved: number;
}

/** What the ledger has, whatever the pages say. */
export async function inLedger(
  holdfast: Holdfast,
  { sku }: Product,
  location: string,
): Promise<Position> {
  const path = `/v1/positions/${sku}/${location}`;
  const { onHand, reserved } = await holdfast.ask<Position>("GET", path);
  return { onHand, reserved };
}

/** Chooses a store from the list. */
export async function chooseStore(page: Page, name: string): Promise<void> {
  await page.goto("/shop/stores");
  await page.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole("link", { name: `Your store: ${name}` })).toBeVisible();
}

/** The page of a product, when its figures are there and kept current. */
export async function openProduct(page: Page, { sku, name }: Product): Promise<Locator> {
  await page.goto(`/shop/p/${sku}`);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  const mine = page.getByRole("region", { name: "At your store" });
  await expect(mine.getByText("Live")).toBeVisible();
  return mine;
}

export async function addFromMyStore(page: Page, product: Product): Promise<void> {
  const mine = await openProduct(page, product);
  await mine.getByRole("button", { name: "Add to basket" }).click();
  await expect(mine.getByText("in your basket")).toBeVisible();
}

export async function openBasket(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^Basket/ }).click();
  await expect(page.getByRole("heading", { name: "Basket", level: 1 })).toBeVisible();
}

export function reservedNotice(page: Page): Locator {
  return page.getByText("Reserved. Nobody else can take it while the time runs.");
}
