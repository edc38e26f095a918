import { expect, type Page } from "@playwright/test";
import { SKUS } from "./company";
import type { Picture } from "./stage";

const who = "admin" as const;

async function openOrder(page: Page, name: string): Promise<void> {
  await page
    .getByRole("row", { name: new RegExp(name) })
    .getByRole("link")
    .click();
  await expect(page.getByRole("heading", { level: 1, name: /^Order / })).toBeVisible();
}

async function add(page: Page, sku: string): Promise<void> {
  await page.getByLabel("Add an item").fill(sku);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Add an item")).toHaveValue("");
}

/** What planners and customer service see. */
export const ORDERS: readonly Picture[] = [
  { name: "orders", path: "/orders", who },
  {
    name: "orders-new",
    path: "/orders/new",
    who,
    async before(page) {
      for (const sku of [SKUS.coffeeMaker, SKUS.coffee, SKUS.oliveOil]) await add(page, sku);
      await page.getByLabel("Name", { exact: true }).fill("Lena Fischer");
      await page.getByLabel("Address").fill("418 Fremont Avenue N, Seattle");
      await page.getByLabel("Postcode").fill("98103");
      await page.getByRole("button", { name: "Check the promise" }).click();
      await expect(page.getByText("Arrives", { exact: true })).toBeVisible();
      await page.evaluate(() => window.scrollTo(0, 0));
    },
  },
  {
    name: "orders-detail",
    path: "/orders",
    who,
    before: (page) => openOrder(page, "Ada Moreno"),
  },
  {
    name: "orders-cancel",
    path: "/orders",
    who,
    async before(page) {
      await openOrder(page, "Ada Moreno");
      await page.getByRole("button", { name: "Cancel", exact: true }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
];
