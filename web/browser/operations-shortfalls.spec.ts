import type { Holdfast } from "./holdfast";
import { expectGoodPage, inDialog, openOperations } from "./operations";
import { inLedger, makeProduct, type Product, receive, STORES } from "./shop";
import { expect, type Page, test } from "./test";

const { SEATTLE } = STORES;

/** Five are promised and then only three are found. */
async function promiseTooMuch(holdfast: Holdfast, what: string) {
  const product = await makeProduct(holdfast, what, { [SEATTLE]: 5 });
  const { sku } = product;
  const ids: string[] = [];
  for (const quantity of [2, 3]) {
    const lines = [{ sku, location: SEATTLE, quantity }];
    ids.push((await holdfast.ask<{ id: string }>("POST", "/v1/reservations", { lines })).id);
  }
  const lines = [{ sku, location: SEATTLE, quantity: 3 }];
  await holdfast.ask("POST", "/v1/counts", { lines, reason: "cycle count" });
  return { product, ids };
}

function cardOf(page: Page, { sku }: Product) {
  return page.getByRole("article", { name: `${sku} at ${SEATTLE}` });
}

test("a person decides who is disappointed", async ({ page, holdfast }) => {
  const { product, ids } = await promiseTooMuch(holdfast, "Promised stove");
  await openOperations(page, holdfast, "shortfalls");
  const card = cardOf(page, product);
  await expect(card.getByRole("heading", { name: product.name })).toBeVisible();
  await expect(card).toContainText("2 missing");
  await expect(card).toContainText("5 reserved, 3 on hand");
  await card.getByRole("button", { name: "Who waits for it" }).click();
  const waiting = page.getByRole("table", { name: `Reservations of ${product.sku} at ${SEATTLE}` });
  await expect(waiting.getByRole("rowheader")).toHaveCount(2);
  await expectGoodPage(page);

  const number = (ids[0] ?? "").slice(-6).toUpperCase().replace(/^.../, "$& ");
  await waiting.getByRole("button", { name: `Release reservation ${number}` }).click();
  await expect(inDialog(page)).toContainText(`All of reservation ${number} is given up`);
  await expectGoodPage(page);
  await inDialog(page).getByRole("button", { name: "Keep it as it is" }).click();
  await expect(inDialog(page)).toBeHidden();
  expect(await inLedger(holdfast, product, SEATTLE)).toEqual({ onHand: 3, reserved: 5 });

  await waiting.getByRole("button", { name: `Release reservation ${number}` }).click();
  await inDialog(page).getByRole("button", { name: "Release it" }).click();
  await expect(card).toBeHidden();
  expect(await inLedger(holdfast, product, SEATTLE)).toEqual({ onHand: 3, reserved: 3 });
  const { state } = await holdfast.ask<{ state: string }>("GET", `/v1/reservations/${ids[0]}`);
  expect(state).toBe("released");
});

test("a receipt ends it, and the page hears of that", async ({ page, holdfast }) => {
  const { product } = await promiseTooMuch(holdfast, "Awaited stove");
  await page.clock.install();
  await openOperations(page, holdfast, "shortfalls");
  const card = cardOf(page, product);
  await expect(card).toContainText("2 missing");
  await receive(holdfast, product, SEATTLE, 1);
  await page.clock.fastForward("00:16");
  await expect(card).toContainText("1 missing");
  await receive(holdfast, product, SEATTLE, 1);
  await page.clock.fastForward("00:16");
  await expect(card).toBeHidden();
});

test("the way to the store leads to the item there", async ({ page, holdfast }) => {
  const { product } = await promiseTooMuch(holdfast, "Miscounted stove");
  await openOperations(page, holdfast, "shortfalls");
  await cardOf(page, product)
    .getByRole("link", { name: /^Count or receive/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`/store/item/${product.sku}`));
  await expect(page.getByRole("heading", { level: 1, name: product.name })).toBeVisible();
  await expect(page.getByRole("region", { name: "Stock here" })).toContainText("On hand");
});
