import { expect, type Page } from "@playwright/test";
import { SKUS } from "./company";
import type { Picture } from "./stage";

const who = "clerk" as const;
/** From the screen to the scanner, as quick as hands are. */
const HANDS_MILLIS = 800;
const ITEM = `/store/item/${SKUS.oliveOil}`;

async function ready(page: Page): Promise<void> {
  await expect(page.getByRole("region", { name: "Stock here" })).toContainText("Live");
}

async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
}

/** Sells at the till, so that there are last actions. */
async function sell(page: Page, sku: string, quantity: string): Promise<void> {
  await page.goto(`/store/item/${sku}`);
  await ready(page);
  await page.keyboard.press("Alt+s");
  await expect(page.getByRole("dialog").getByLabel("Quantity")).toBeFocused();
  await scan(page, quantity);
  await expect(page.getByRole("status", { name: "Last action" })).toContainText("Done");
}

async function busyTill(page: Page): Promise<void> {
  await sell(page, SKUS.coffee, "1");
  await sell(page, SKUS.cheese, "2");
  await sell(page, SKUS.oliveOil, "1");
  await ready(page);
}

async function countSome(page: Page): Promise<void> {
  const codes = [SKUS.coffee, SKUS.decaf, SKUS.cheese, SKUS.milk, SKUS.bananas, SKUS.oliveOil];
  await page.getByText("A list", { exact: true }).click();
  await page.getByLabel("Codes").fill(codes.join(", "));
  await page.getByRole("button", { name: "Start counting" }).click();
  await expect(page.getByText("0 of 6 counted")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Scan an item to count" })).toBeFocused();
  await page.waitForTimeout(HANDS_MILLIS);
  const found = ["230", "307", "91", "133", "108.4"];
  for (const [at, quantity] of found.entries()) {
    await scan(page, codes[at] ?? "");
    const noted = page.waitForResponse("**/v1/availability/query");
    const there = page.getByRole("dialog").getByLabel("What is there");
    await there.fill(quantity);
    await there.press("Enter");
    await noted;
    await expect(page.getByText(`${at + 1} of 6 counted`)).toBeVisible();
  }
}

/** What tills and tablets show. */
export const STORE: readonly Picture[] = [
  { name: "store", path: "/store", who },
  { name: "store-search", path: "/store/search?q=coffee", who },
  { name: "store-item", path: ITEM, who, before: busyTill },
  {
    name: "store-item-sold-out",
    path: `/store/item/${SKUS.soldOut}`,
    who,
    before: ready,
  },
  {
    name: "store-sell",
    path: ITEM,
    who,
    async before(page) {
      await ready(page);
      await page.keyboard.press("Alt+s");
      await expect(page.getByRole("dialog").getByLabel("Quantity")).toBeFocused();
      await page.keyboard.type("3");
    },
  },
  { name: "store-history", path: `${ITEM}/history`, who },
  { name: "store-pick-ups", path: "/store/pick-ups", who },
  { name: "store-transfers", path: "/store/transfers", who },
  { name: "store-count-start", path: "/store/counts", who },
  { name: "store-count", path: "/store/counts", who, before: countSome },
  {
    name: "store-count-differences",
    path: "/store/counts",
    who,
    async before(page) {
      await countSome(page);
      await page.getByRole("button", { name: "See differences" }).click();
      await expect(page.getByRole("button", { name: /^Post/ })).toBeEnabled();
    },
  },
];
