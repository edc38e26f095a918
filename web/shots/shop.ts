import { expect, type Page } from "@playwright/test";
import { SKUS } from "./company";
import type { Picture } from "./stage";

async function add(page: Page, sku: string, times = 1): Promise<void> {
  await page.goto(`/shop/p/${sku}`);
  const mine = page.getByRole("region", { name: "At your store" });
  await expect(mine.getByText("Live")).toBeVisible();
  for (let more = 1; more < times; more++) {
    await mine.getByRole("button", { name: "More" }).click();
  }
  await mine.getByRole("button", { name: "Add to basket" }).click();
  await expect(mine.getByText("in your basket")).toBeVisible();
}

async function fillBasket(page: Page): Promise<void> {
  await add(page, SKUS.coffee, 2);
  await add(page, SKUS.bananas, 2);
  await add(page, SKUS.headphones);
}

async function openBasket(page: Page): Promise<void> {
  await page.getByRole("link", { name: /^Basket/ }).click();
  const reserve = page.getByRole("button", { name: "Reserve in Seattle" });
  await expect(reserve).toBeVisible();
  await expect(page.getByText("Live")).toBeVisible();
}

async function reserve(page: Page): Promise<void> {
  await fillBasket(page);
  await openBasket(page);
  await page.getByRole("button", { name: "Reserve in Seattle" }).click();
  await expect(page.getByRole("timer")).toBeVisible();
}

async function search(page: Page, words: string): Promise<void> {
  await page.getByRole("searchbox").fill(words);
  await expect(page.getByText(/^As of/)).toBeVisible();
  await page.getByRole("searchbox").blur();
}

const who = "shopper" as const;

/** What shoppers see. */
export const SHOP: readonly Picture[] = [
  { name: "shop", path: "/shop", who },
  {
    name: "shop-looked-at",
    path: "/shop",
    who,
    async before(page) {
      for (const sku of [SKUS.cheese, SKUS.oliveOil, SKUS.soldOut, SKUS.headphones]) {
        await page.goto(`/shop/p/${sku}`);
        await expect(page.getByRole("region", { name: "At your store" })).toBeVisible();
      }
      await page.goto("/shop");
      await expect(page.getByText("Looked at before")).toBeVisible();
    },
  },
  { name: "shop-search", path: "/shop", who, before: (page) => search(page, "coffee") },
  { name: "shop-search-nothing", path: "/shop", who, before: nothingFound },
  { name: "shop-product", path: `/shop/p/${SKUS.headphones}`, who, before: live },
  { name: "shop-product-sold-out", path: `/shop/p/${SKUS.soldOut}`, who, before: live },
  { name: "shop-stores", path: "/shop/stores", who },
  {
    name: "shop-basket",
    path: "/shop",
    who,
    async before(page) {
      await fillBasket(page);
      await openBasket(page);
    },
  },
  { name: "shop-basket-empty", path: "/shop/basket", who },
  { name: "shop-reserved", path: "/shop", who, before: reserve },
  { name: "shop-reserved-none", path: "/shop/reservations", who },
  {
    name: "shop-watch",
    path: `/shop/p/${SKUS.soldOut}`,
    who,
    async before(page) {
      await page.getByRole("button", { name: "Tell me when it is back" }).click();
      await page.getByRole("link", { name: "Watch list" }).click();
      await expect(page.getByText("Live")).toBeVisible();
    },
  },
  { name: "sign-in", path: "/sign-in", who },
];

async function live(page: Page): Promise<void> {
  await expect(page.getByText("Live", { exact: true }).first()).toBeVisible();
}

async function nothingFound(page: Page): Promise<void> {
  await page.getByRole("searchbox").fill("flux capacitor");
  await expect(page.getByText("Nothing found")).toBeVisible();
}
