import { awayNotice, expectAway, expectBack, expectOnDevice, keptPaths } from "./away";
import { chooseStore, makeProduct, openProduct, STORES, sell } from "./shop";
import { expect, expectAccessible, expectNoSideways, type Page, test } from "./test";
import { onHand, openStore, scan } from "./till";

const DALLAS = "DFW-01";
const HOUSTON = "HOU-01";

function stockHere(page: Page) {
  return page.getByRole("region", { name: "Stock here" });
}

/** Everything of the API's answers that this device remembers, as one text. */
function remembered(page: Page): Promise<string> {
  return page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith("holdfast-kept:"))
      .join("\n"),
  );
}

test("a till opens without the server, shows what it last knew, and marks it", async ({
  page,
  context,
  holdfast,
}) => {
  test.setTimeout(180_000);
  const product = await makeProduct(holdfast, "Fathom rope", { [DALLAS]: 23, [HOUSTON]: 4 });
  await openStore(page, holdfast, "Dallas");
  await expectOnDevice(page, "store");
  await scan(page, product.barcode);
  await expect(stockHere(page)).toContainText("23");
  await expect.poll(() => remembered(page)).toContain(product.sku);

  await holdfast.halt();
  await page.close();
  const later = await context.newPage();
  const answer = await later.goto("/store");
  expect(answer?.fromServiceWorker()).toBe(true);
  await expectAway(later);
  await expect(later.getByRole("button", { name: /^Account of/ })).toBeVisible();
  await expect(later.getByRole("button", { name: /Dallas: choose another store/ })).toBeVisible();
  await expectAccessible(later);
  await expectNoSideways(later);
  await later.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(later);

  await scan(later, "fathom rope");
  await later.getByRole("link", { name: product.name }).click();
  await expect(stockHere(later)).toContainText("23");
  await expect(stockHere(later)).toContainText(/May have changed: as of \d\d:\d\d/);
  await expect(later.getByRole("region", { name: /nearest first/ })).toContainText("Houston");
  await later.keyboard.press("Alt+s");
  await expect(later.getByRole("dialog").getByLabel("Quantity")).toBeFocused();
  await scan(later, "3");
  await expect(later.getByRole("button", { name: "1 waiting to be sent" })).toBeVisible();
  await later.reload();
  await later.getByRole("button", { name: "1 waiting to be sent" }).click();
  await expect(later.getByRole("dialog")).toContainText(`Sell 3 × ${product.name}`);
  await expectAccessible(later);

  await holdfast.begin();
  await expect(later.getByRole("dialog")).toContainText("Done", { timeout: 60_000 });
  await expectBack(later);
  expect(await onHand(holdfast, product.sku, DALLAS)).toBe(20);
});

test("who signs out without the server leaves nothing, and is signed out there too", async ({
  page,
  context,
  holdfast,
}) => {
  test.setTimeout(180_000);
  const product = await makeProduct(holdfast, "Gale whistle", { [HOUSTON]: 9 });
  await openStore(page, holdfast, "Houston");
  await expectOnDevice(page, "store");
  await scan(page, product.barcode);
  await expect(stockHere(page)).toContainText("9");
  await expect.poll(() => remembered(page)).toContain(product.sku);
  const [cookie] = await context.cookies();

  await holdfast.halt();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByText("You are signed out on this device.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  const left = await remembered(page);
  expect(left).not.toContain(product.sku);
  expect(left).not.toContain("admin@localhost");
  await page.goto("/store");
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fstore/);
  await expectAway(page);
  await expectAccessible(page);

  await holdfast.begin();
  await expectBack(page);
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
  // The cookie itself is of no use any more, to whoever may have kept it.
  const session = await fetch(`${holdfast.url}/v1/session`, {
    headers: { Cookie: `${cookie?.name}=${cookie?.value}`, "Holdfast-Client": "web" },
  });
  expect(await session.json()).toMatchObject({ signedIn: false });
});

test("the shop opens without the server, under the same strict policy", async ({
  page,
  holdfast,
}) => {
  test.setTimeout(180_000);
  const product = await makeProduct(holdfast, "Halyard cup", { [STORES.SEATTLE]: 6 });
  await chooseStore(page, "Seattle");
  await openProduct(page, product);
  await sell(holdfast, product, STORES.SEATTLE, 1);
  await expectOnDevice(page, "first");
  const kept = await keptPaths(page);
  expect(kept.filter((path) => !path.startsWith("/assets/")).sort()).toEqual([
    "/icon.svg",
    "/manifest.webmanifest",
    "/shop",
  ]);
  expect(kept.filter((path) => /\/(Store|Operations|LivePage)-/.test(path))).toEqual([]);

  await holdfast.halt();
  const answer = await page.goto("/shop/stores");
  expect(answer?.fromServiceWorker()).toBe(true);
  const policy = (await answer?.allHeaders())?.["content-security-policy"] ?? "";
  expect(policy).toContain("script-src 'self';");
  const nonce = await page.locator('meta[name="style-nonce"]').getAttribute("content");
  expect(policy).toContain(`'nonce-${nonce}'`);
  await expectAway(page);
  await expect(page.getByRole("button", { name: /^Seattle/ })).toBeVisible();
  await expectAccessible(page);
  await expectNoSideways(page);

  // What this device never had says so, inside the frame.
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { name: "This page did not open" })).toBeVisible();
  await expectAccessible(page);
  await holdfast.begin();
  await page.getByRole("button", { name: "Load again" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(awayNotice(page)).toBeEmpty();
});
