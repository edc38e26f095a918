import {
  chooseStore,
  inLedger,
  makeProduct,
  openBasket,
  openProduct,
  receive,
  reservedNotice,
  STORES,
  sell,
} from "./shop";
import { expect, expectAccessible, expectNoSideways, type Page, test } from "./test";

const { SEATTLE, PORTLAND, BOISE } = STORES;

async function expectGoodPage(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSideways(page);
}

test.describe("a visitor chooses a store", () => {
  test("from the list, and the device keeps it", async ({ page }) => {
    await page.goto("/shop");
    await expect(page.getByText("What are you looking for?")).toBeVisible();
    await expectGoodPage(page);
    await page.getByRole("link", { name: /^Choose your store/ }).click();
    await expect(page.getByText(/^\d+ stores$/)).toBeVisible();
    await expectGoodPage(page);

    await page.getByRole("button", { name: /^Seattle/ }).click();
    await expect(page).toHaveURL(/\/shop$/);
    await expect(page.getByRole("link", { name: "Your store: Seattle" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("link", { name: "Your store: Seattle" })).toBeVisible();
  });

  test("by position, nearest first", async ({ page, context }) => {
    await context.grantPermissions(["geolocation"]);
    await context.setGeolocation({ latitude: 45.5, longitude: -122.6 });
    await page.goto("/shop/stores");
    await page.getByRole("button", { name: "Use my position" }).click();
    await expect(page.getByText("Your position stays on this device")).toBeVisible();
    const nearest = page.getByRole("listitem").first();
    await expect(nearest).toContainText("Portland");
    await expect(nearest).toContainText("7.8 km");
    await expectGoodPage(page);
    await nearest.getByRole("button").click();
    await expect(page.getByRole("link", { name: "Your store: Portland" })).toBeVisible();
  });

  test("by place, where the browser keeps the position to itself", async ({ page, context }) => {
    await context.clearPermissions();
    await page.goto("/shop/stores");
    await page.getByRole("button", { name: "Use my position" }).click();
    await expect(page.getByText("This page may not know where you are.")).toBeVisible();
    const place = page.getByLabel("Town, region or address");
    await place.fill("atlantis");
    await expect(page.getByText("No store there.")).toBeVisible();
    await place.fill("boise");
    await expect(page.getByText("1 store", { exact: true })).toBeVisible();
    await expectGoodPage(page);
    await page.getByRole("button", { name: /^Boise/ }).click();
    await expect(page.getByRole("link", { name: "Your store: Boise" })).toBeVisible();
  });
});

test("search answers while typing and obeys the keyboard", async ({ page, holdfast }) => {
  const first = await makeProduct(holdfast, "Quillon lantern amber", { [SEATTLE]: 12 });
  const second = await makeProduct(holdfast, "Quillon lantern brass", { [SEATTLE]: 3 });
  await chooseStore(page, "Seattle");
  await page.getByRole("searchbox").focus();
  const number = first.name.split(" ").at(-1);
  await page.keyboard.type("quillon lan", { delay: 30 });
  const rows = page.getByRole("main").getByRole("link", { name: /^Quillon lantern/ });
  await expect(rows.filter({ hasText: first.name })).toContainText("12 in stock");
  await expect(rows.filter({ hasText: second.name })).toContainText("Only 3 left");
  await expect(page.getByText(/^As of \d\d:\d\d, \d+ s ago$/)).toBeVisible();
  await expectGoodPage(page);

  await page.keyboard.press("ArrowDown");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("searchbox")).toBeFocused();

  await page.keyboard.press("End");
  await page.keyboard.type(`tern ${number}`);
  await expect(rows).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: first.name, level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue(`quillon lantern ${number}`);

  await page.getByRole("searchbox").fill("xqzzyv");
  await expect(page.getByText("Nothing found")).toBeVisible();
  await expectGoodPage(page);
});

test("a scanned barcode opens its product", async ({ page, holdfast }) => {
  const product = await makeProduct(holdfast, "Scanned kettle", { [SEATTLE]: 7 });
  await chooseStore(page, "Seattle");
  await page.getByRole("searchbox").focus();
  await page.keyboard.type(product.barcode);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: product.name, level: 1 })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/shop/p/${product.sku}$`));
  await expect(page.getByText(product.barcode)).toBeVisible();
});

test("a product shows my store, the nearest others, and every change", async ({
  page,
  context,
  holdfast,
}) => {
  const stock = { [SEATTLE]: 40, [PORTLAND]: 4, [BOISE]: 9 };
  const product = await makeProduct(holdfast, "Watchful teapot", stock);
  await chooseStore(page, "Seattle");
  const mine = await openProduct(page, product);
  await expect(mine.getByText("40 in stock")).toBeVisible();
  const others = page.getByRole("region", { name: "Other stores" });
  await expect(others.getByText("nearest to Seattle")).toBeVisible();
  const nearest = others.getByRole("listitem").first();
  await expect(nearest).toContainText(/Portland\s*22\d km\s*Only 4 left/);
  await expect(others.getByRole("listitem").nth(1)).toContainText(/Boise\s*\d+ km\s*9 in stock/);
  await expectGoodPage(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectGoodPage(page);

  await sell(holdfast, product, SEATTLE, 3);
  await expect(mine.getByText("37 in stock")).toBeVisible({ timeout: 5_000 });
  await sell(holdfast, product, PORTLAND, 4);
  await expect(nearest).toContainText("Sold out", { timeout: 5_000 });

  await context.setOffline(true);
  await expect(mine.getByText(/^May have changed: as of \d\d:\d\d/)).toBeVisible();
  await expect(mine.getByText("37 in stock")).toBeVisible();
  await expectGoodPage(page);
  await sell(holdfast, product, SEATTLE, 1);
  await context.setOffline(false);
  await expect(mine.getByText("36 in stock")).toBeVisible();
  await expect(mine.getByText("Live")).toBeVisible();
});

test("a basket across stores is reserved, extended and given back", async ({ page, holdfast }) => {
  const stock = { [SEATTLE]: 8, [PORTLAND]: 6 };
  const product = await makeProduct(holdfast, "Travelling chair", stock);
  await page.goto("/shop/basket");
  await expect(page.getByText("Nothing in it yet")).toBeVisible();
  await expectGoodPage(page);
  await page.getByRole("link", { name: "Reserved" }).click();
  await expect(page.getByText("Nothing reserved")).toBeVisible();
  await expectGoodPage(page);

  await chooseStore(page, "Seattle");
  const mine = await openProduct(page, product);
  await mine.getByRole("button", { name: "More" }).click();
  await mine.getByRole("button", { name: "Add to basket" }).click();
  await expect(mine.getByText("2 in your basket")).toBeVisible();
  await page.getByRole("button", { name: "Add from Portland" }).click();
  await openBasket(page);
  await expect(page.getByRole("region", { name: "Pick up in Seattle" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Pick up in Portland" })).toBeVisible();
  await expectGoodPage(page);

  await page.getByLabel("Hold it for me for").selectOption("15 minutes");
  await page.getByRole("button", { name: "Reserve in all 2 stores" }).click();
  await expect(reservedNotice(page)).toBeVisible();
  expect(await inLedger(holdfast, product, SEATTLE)).toEqual({ onHand: 8, reserved: 2 });
  expect(await inLedger(holdfast, product, PORTLAND)).toEqual({ onHand: 6, reserved: 1 });
  const timer = page.getByRole("timer");
  await expect(timer).toHaveText(/^14:\d\d left$/);
  const shown = await timer.innerText();
  await expect(timer, "it counts down").not.toHaveText(shown);
  await expectGoodPage(page);

  await page.reload();
  const held = page.getByRole("article", { name: /^Reservation [0-9A-F]{3} [0-9A-F]{3}$/ });
  await expect(held.getByText("Held for you")).toBeVisible();
  await held.getByRole("button", { name: "Hold for 1 hour from now" }).click();
  await expect(held.getByText("You have an hour again.")).toBeVisible();
  await expect(timer).toHaveText(/^59:\d\d left$/);

  await held.getByRole("button", { name: "Give back" }).click();
  await expectGoodPage(page);
  await held.getByRole("button", { name: "Yes, give it back" }).click();
  const earlier = page.getByRole("region", { name: "Earlier" });
  await expect(earlier.getByText("Given back")).toBeVisible();
  expect(await inLedger(holdfast, product, SEATTLE)).toEqual({ onHand: 8, reserved: 0 });
  await page.reload();
  await expect(earlier.getByText("Given back")).toBeVisible();
  await expectGoodPage(page);
});

test("sold out says where else, and a notice comes with the goods", async ({
  page,
  context,
  holdfast,
}) => {
  await context.grantPermissions(["notifications"]);
  const product = await makeProduct(holdfast, "Elusive drum", { [SEATTLE]: 1, [PORTLAND]: 6 });
  await sell(holdfast, product, SEATTLE, 1);
  await chooseStore(page, "Seattle");
  const mine = await openProduct(page, product);
  await expect(mine.getByText("Sold out")).toBeVisible();
  await expect(mine.getByText(/^Portland, 22\d km: 6 in stock$/)).toBeVisible();
  await expect(mine.getByRole("button", { name: "Pick up in Portland" })).toBeVisible();
  await mine.getByRole("button", { name: "Tell me when it is back" }).click();
  await expect(mine.getByText("On your watch list.")).toBeVisible();
  await expectGoodPage(page);

  await page.getByRole("link", { name: "Watch list" }).click();
  const watched = page.getByRole("article", { name: product.name });
  await expect(watched.getByText("Sold out")).toBeVisible();
  await expect(watched.getByText("Live")).toBeVisible();
  await expectGoodPage(page);
  await page.getByRole("link", { name: "Search" }).click();
  await receive(holdfast, product, SEATTLE, 5);
  await expect(page.getByRole("alert").filter({ hasText: `${product.name} is back` })).toBeVisible({
    timeout: 5_000,
  });
  await expectGoodPage(page);
  await page.getByRole("link", { name: "Watch list, 1 back" }).click();
  await expect(watched.getByText("Only 5 left")).toBeVisible();
  await page.getByRole("button", { name: `Stop watching ${product.name}` }).click();
  await expect(page.getByText("Nothing to watch for")).toBeVisible();
  await expectGoodPage(page);
});

test("an unknown product and an unknown page say so", async ({ page }) => {
  await page.goto("/shop/p/NO-SUCH-THING");
  await expect(page.getByText("No such product")).toBeVisible();
  await expectGoodPage(page);
  await page.getByRole("link", { name: "Search for another" }).click();
  await expect(page.getByRole("searchbox")).toBeVisible();
});
