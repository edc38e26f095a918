import { expect, type Page } from "@playwright/test";
import { chooseFloor } from "../browser/floor";
import type { Picture } from "./stage";

const who = "admin" as const;

/** Says where the device stands, and goes where the picture is taken. */
function at(tab: string, then?: (page: Page) => Promise<void>) {
  return async (page: Page) => {
    await chooseFloor(page);
    await page.getByRole("link", { name: tab, exact: true }).click();
    await then?.(page);
  };
}

async function firstOfList(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
}

/** What is on the screens of a warehouse. */
export const WAREHOUSE: readonly Picture[] = [
  { name: "warehouse", path: "/warehouse", who, before: at("Waves") },
  {
    name: "warehouse-pick",
    path: "/warehouse",
    who,
    before: at("Pick", async (page) => {
      await firstOfList(page);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Stop");
    }),
  },
  {
    name: "warehouse-pack",
    path: "/warehouse",
    who,
    before: at("Pack", async (page) => {
      await firstOfList(page);
      await page.getByRole("button", { name: "Next item" }).click();
      await page.evaluate(() => window.scrollTo(0, 0));
    }),
  },
  { name: "warehouse-hand-over", path: "/warehouse", who, before: at("Hand over") },
];
