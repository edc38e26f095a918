import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { Holdfast } from "../browser/holdfast";
import { chooseStore } from "../browser/shop";
import { test as base, expect, signIn } from "../browser/test";
import { CLERK, type Company, staged } from "./company";
import { Receiver } from "./receiver";
import { Trade } from "./trade";

const FOLDER = resolve(process.env.HOLDFAST_SHOTS ?? "target/shots");
const SETTLE_MILLIS = 500;
const SCHEMES = ["light", "dark"] as const;

export const SIZES: Record<"phone" | "wide", BrowserContextOptions> = {
  phone: { viewport: { width: 360, height: 780 }, deviceScaleFactor: 2, hasTouch: true },
  wide: { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
};

/** One page in one state. */
export interface Picture {
  name: string;
  path: string;
  /** Who looks: a shopper without an account, a clerk in Seattle, or the first admin. */
  who: "shopper" | "clerk" | "admin";
  /** What a person does there first. */
  before?: (page: Page, stage: Stage) => Promise<void>;
}

type Kept = NonNullable<BrowserContextOptions["storageState"]>;

/** The demo company at work, and the devices that the pictures are taken with. */
export interface Stage {
  company: Company;
  devices: Record<Picture["who"], Kept>;
  trade: Trade;
}

interface OfWorker {
  stage: Stage;
}

/** What a device knows after somebody did this with it. */
async function device(browser: Browser, url: string, doing: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ baseURL: url, locale: "en-US" });
  await doing(await context.newPage());
  const kept = await context.storageState();
  await context.close();
  return kept;
}

export const test = base.extend<object, OfWorker>({
  holdfast: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from it
    async ({}, use) => {
      process.stdout.write("Starting a server with the demo company\n");
      // Where the receiver of its webhooks is.
      process.env.HOLDFAST_WEBHOOK_ALLOWED_NETWORKS = "127.0.0.0/8";
      const holdfast = await Holdfast.start();
      await use(holdfast);
      await holdfast.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  stage: [
    async ({ holdfast, browser }, use) => {
      process.stdout.write("Letting the demo company work\n");
      const receiver = await Receiver.start();
      const company = await staged(holdfast, receiver);
      const trade = new Trade(company.shop, company.tills);
      const shopper = await device(browser, holdfast.url, (page) => chooseStore(page, "Seattle"));
      const admin = await device(browser, holdfast.url, (page) => signIn(page, holdfast));
      const clerk = await device(browser, holdfast.url, async (page) => {
        await page.goto("/sign-in?to=/store");
        await page.getByLabel("E-mail").fill(CLERK.email);
        await page.getByRole("textbox", { name: "Password" }).fill(CLERK.password);
        await page.getByRole("button", { name: "Sign in", exact: true }).click();
        await page.getByLabel("Find a store").fill("Seattle");
        await page.getByRole("button", { name: /Seattle/ }).click();
        await expect(page.getByRole("textbox", { name: /^Scan/ })).toBeVisible();
      });
      await use({ company, trade, devices: { shopper, clerk, admin } });
      trade.stop();
      receiver.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

/** Nothing loads, moves or says hello any more. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator(".mantine-Skeleton-root, .mantine-Loader-root")).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(SETTLE_MILLIS);
}

/** Takes a picture in both themes. */
export async function take(page: Page, picture: Picture, stage: Stage, size: string) {
  await page.goto(picture.path);
  await picture.before?.(page, stage);
  await settled(page);
  mkdirSync(FOLDER, { recursive: true });
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(SETTLE_MILLIS);
    const path = join(FOLDER, `${picture.name}-${size}-${colorScheme}.png`);
    await page.screenshot({ path, animations: "disabled" });
  }
}
