import type { Holdfast } from "./holdfast";
import { makeProduct, type Product, receive } from "./shop";
import { expect, type Page } from "./test";

/** Where the demo company ships from. */
export const RENO = "FC-RNO";

/** A product that can be put into a carton, at one fulfilment centre only. */
export async function makeShippable(
  holdfast: Holdfast,
  what: string,
  quantity: number,
): Promise<Product> {
  const product = await makeProduct(holdfast, what, {});
  const { sku, name, barcode } = product;
  const size = { lengthMm: 120, widthMm: 90, heightMm: 60, weightG: 400 };
  const rest = { unit: "each", category: "household" };
  await holdfast.ask("PUT", `/v1/skus/${sku}`, { name, barcodes: [barcode], ...rest, ...size });
  await receive(holdfast, product, RENO, quantity);
  return product;
}

/** Scans it into the order that is written, and says how many. */
export async function order(page: Page, { barcode, name }: Product, quantity: number) {
  await page.getByLabel("Add an item").fill(barcode);
  await page.keyboard.press("Enter");
  const figure = page.getByRole("textbox", { name: `Quantity of ${name}` });
  await figure.fill(String(quantity));
  await figure.press("Enter");
  await expect(page.getByLabel("Add an item")).toBeFocused();
}
