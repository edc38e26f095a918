import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, type Page, signIn, test } from "../browser/test";

const FOLDER = resolve(process.env.HOLDFAST_SHOTS ?? "target/shots");

interface Picture {
  name: string;
  path: string;
  /** What a person does there first. */
  before?: (page: Page) => Promise<void>;
}

const OF_THE_SHOP: Picture[] = [
  { name: "shop", path: "/shop" },
  { name: "shop-reservations", path: "/shop/reservations" },
  { name: "shop-basket", path: "/shop/basket" },
  { name: "sign-in", path: "/sign-in" },
];

const OF_STAFF: Picture[] = [
  { name: "store", path: "/store" },
  { name: "operations", path: "/operations" },
  { name: "operations-shortfalls", path: "/operations/shortfalls" },
  { name: "operations-webhooks", path: "/operations/webhooks" },
  { name: "operations-keys", path: "/operations/keys" },
  { name: "operations-people", path: "/operations/people" },
  { name: "operations-clients", path: "/operations/clients" },
  { name: "operations-import", path: "/operations/import" },
];

async function take(page: Page, picture: Picture, kind: string): Promise<void> {
  await page.goto(picture.path);
  await picture.before?.(page);
  await expect(page.getByRole("heading").first()).toBeVisible();
  await page.waitForLoadState("networkidle").catch(() => undefined);
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${picture.name}-${kind}.png`) });
}

for (const picture of OF_THE_SHOP) {
  test(picture.name, async ({ page }, { project }) => take(page, picture, project.name));
}

for (const picture of OF_STAFF) {
  test(picture.name, async ({ page, holdfast }, { project }) => {
    await signIn(page, holdfast, "/account");
    await take(page, picture, project.name);
  });
}
