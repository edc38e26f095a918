import { expectAway, expectBack, expectOnDevice } from "./away";
import type { Holdfast } from "./holdfast";
import { makeProduct, type Product, sell } from "./shop";
import { expect, expectAccessible, expectNoSideways, type Page, test } from "./test";
import { countsOf, onHand, openStore, scan } from "./till";

const OMAHA = "OMA-01";
const BOSTON = "BOS-01";

/** Starts a count of a list. */
async function startCount(page: Page, products: Product[]): Promise<void> {
  await page.getByRole("link", { name: "Count", exact: true }).click();
  await page.getByText("A list", { exact: true }).click();
  await page.getByLabel("Codes").fill(products.map(({ sku }) => sku).join(", "));
  await page.getByRole("button", { name: "Start counting" }).click();
  await expectCounted(page, 0, products.length);
}

async function expectCounted(page: Page, counted: number, all: number): Promise<void> {
  await expect(page.getByText(`${counted} of ${all} counted`)).toBeVisible();
}

async function count(page: Page, { barcode }: Product, quantity: number): Promise<void> {
  await scan(page, barcode);
  await expect(page.getByRole("dialog").getByLabel("What is there")).toBeFocused();
  await scan(page, String(quantity));
  await expect(page.getByRole("dialog")).toBeHidden();
}

/** Counts while the server answers, so that the sheet notes what was on hand at that moment. */
async function countWithServer(page: Page, product: Product, quantity: number): Promise<void> {
  const noted = page.waitForResponse("**/v1/availability/query");
  await count(page, product, quantity);
  await noted;
}

function lineOf(page: Page, { name }: Product) {
  return page.getByRole("row").filter({ hasText: name });
}

/** How often it was counted, with what change, and what is there now: as the ledger has it. */
async function expectInLedger(
  holdfast: Holdfast,
  { sku }: Product,
  location: string,
  change: number,
  left: number,
): Promise<void> {
  const counts = await countsOf(holdfast, sku, location);
  expect(counts.map(({ onHandChange }) => onHandChange)).toEqual([change]);
  expect(await onHand(holdfast, sku, location)).toBe(left);
}

test("a count goes on without the server, through reloads, and is posted once", async ({
  page,
  holdfast,
}) => {
  test.setTimeout(180_000);
  const before = await makeProduct(holdfast, "Anchor twine", { [OMAHA]: 40 });
  const during = await makeProduct(holdfast, "Bosun soap", { [OMAHA]: 12 });
  const after = await makeProduct(holdfast, "Capstan tea", { [OMAHA]: 7 });
  await openStore(page, holdfast, "Omaha");
  await expectOnDevice(page, "store");
  await startCount(page, [before, during, after]);
  await countWithServer(page, before, 38);
  await expectCounted(page, 1, 3);

  await holdfast.halt();
  await count(page, during, 15);
  await expectCounted(page, 2, 3);
  await page.reload();
  await expectAway(page);
  await expectCounted(page, 2, 3);
  await expectAccessible(page);
  await expectNoSideways(page);
  await count(page, after, 7);
  await expectCounted(page, 3, 3);

  await page.getByRole("button", { name: "See differences" }).click();
  await expect(page.getByText("The server cannot tell what is on hand now.")).toBeVisible();
  await expect(lineOf(page, before)).toContainText("−2");
  await expect(lineOf(page, before)).toContainText("The server is away: posted as counted.");
  await expect(lineOf(page, during)).toContainText("Counted without the server");
  await expect(lineOf(page, during)).toContainText("not known");
  await expectAccessible(page);
  await expectNoSideways(page);
  await page.getByRole("button", { name: "Post 3 counts" }).click();
  await expect(page.getByRole("heading", { name: "The count is being sent" })).toBeVisible();
  await expect(page.getByRole("button", { name: "1 waiting to be sent" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "The count is being sent" })).toBeVisible();
  await expect(page.getByRole("button", { name: "1 waiting to be sent" })).toBeVisible();
  await expectAccessible(page);

  await holdfast.begin();
  await expect(page.getByRole("heading", { name: "The count is posted" })).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByRole("button", { name: "Everything is sent" })).toBeVisible();
  await expectBack(page);
  await expectInLedger(holdfast, before, OMAHA, -2, 38);
  await expectInLedger(holdfast, during, OMAHA, 3, 15);
  await expectInLedger(holdfast, after, OMAHA, 0, 7);
  // Opened once more, nothing of it is sent again.
  await page.reload();
  await expect(page.getByRole("heading", { name: "The count is posted" })).toBeVisible();
  await expectInLedger(holdfast, during, OMAHA, 3, 15);
});

test("what is sold around an outage is carried over into the count", async ({ page, holdfast }) => {
  test.setTimeout(180_000);
  const early = await makeProduct(holdfast, "Dory lamp", { [BOSTON]: 30 });
  const late = await makeProduct(holdfast, "Ebb candle", { [BOSTON]: 20 });
  await openStore(page, holdfast, "Boston");
  // The till has seen the item, so that it can be sold from memory.
  await scan(page, late.barcode);
  await expect(page.getByRole("region", { name: "Stock here" })).toContainText("20");
  await startCount(page, [early, late]);
  await countWithServer(page, early, 29);

  await holdfast.halt();
  await count(page, late, 18);
  await page.getByRole("link", { name: "Till" }).click();
  await scan(page, late.barcode);
  await expect(page.getByRole("heading", { level: 1, name: late.name })).toBeVisible();
  await page.keyboard.press("Alt+s");
  await expect(page.getByRole("dialog").getByLabel("Quantity")).toBeFocused();
  await scan(page, "5");
  await expect(page.getByRole("button", { name: "1 waiting to be sent" })).toBeVisible();

  await holdfast.begin();
  await expect(page.getByRole("button", { name: "Everything is sent" })).toBeVisible({
    timeout: 60_000,
  });
  await sell(holdfast, early, BOSTON, 4);
  await page.getByRole("link", { name: "Count", exact: true }).click();
  await expectCounted(page, 2, 2);
  await page.getByRole("button", { name: "See differences" }).click();
  await expect(lineOf(page, early)).toContainText("4 left since you counted: 25 is posted.");
  await expect(lineOf(page, early)).toContainText("−1");
  await expect(lineOf(page, late)).toContainText("5 left since you counted: 13 is posted.");
  await expect(lineOf(page, late)).toContainText("−2");
  await page.getByRole("button", { name: "Post 2 counts" }).click();
  await expect(page.getByRole("heading", { name: "The count is posted" })).toBeVisible();
  await expectInLedger(holdfast, early, BOSTON, -1, 25);
  await expectInLedger(holdfast, late, BOSTON, -2, 13);
});
