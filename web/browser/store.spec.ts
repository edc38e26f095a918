import type { Holdfast } from "./holdfast";
import { expect, expectAccessible, expectNoSideways, type Page, signIn, test } from "./test";

const TOWELS = { sku: "HB-00001", barcode: "2016180339890", name: /Paper Towels/ };
const QUINOA = { sku: "HB-00002", barcode: "2012360679787", name: /Quinoa/ };

interface Position {
  onHand: number;
}

/** Signs in and says once where the device stands. */
async function open(page: Page, holdfast: Holdfast, city: string): Promise<void> {
  await signIn(page, holdfast, "/store");
  await page.getByLabel("Find a store").fill(city);
  await page.getByRole("button", { name: new RegExp(city) }).click();
  await expect(scanField(page)).toBeFocused();
}

function scanField(page: Page) {
  return page.getByRole("textbox", { name: /^Scan/ });
}

/** What a keyboard-wedge scanner does, wherever the focus is. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
}

async function openItem(page: Page, item: { barcode: string; name: RegExp }): Promise<void> {
  await scan(page, item.barcode);
  await expect(page.getByRole("heading", { level: 1, name: item.name })).toBeVisible();
  await expect(page.getByRole("region", { name: "Stock here" })).toContainText("On hand");
}

async function onHand(holdfast: Holdfast, sku: string, location: string): Promise<number> {
  const path = `/v1/positions/${sku}/${location}`;
  return (await holdfast.ask<Position>("GET", path)).onHand;
}

function lastAction(page: Page) {
  return page.getByRole("status", { name: "Last action" });
}

async function sell(page: Page, quantity: string): Promise<void> {
  await page.keyboard.press("Alt+s");
  await expect(page.getByRole("dialog").getByLabel("Quantity")).toBeFocused();
  await scan(page, quantity);
  await expect(page.getByRole("dialog")).toBeHidden();
}

test("sells and takes back without a mouse, the cursor always in the scan field", async ({
  page,
  holdfast,
}) => {
  await open(page, holdfast, "Seattle");
  await expectAccessible(page);
  await openItem(page, TOWELS);
  await expectAccessible(page);
  await expectNoSideways(page);
  const before = await onHand(holdfast, TOWELS.sku, "SEA-01");

  await sell(page, "2");
  await expect(lastAction(page)).toContainText(`Done: ${before - 2} on hand`);
  await expect(scanField(page)).toBeFocused();

  await page.keyboard.press("Alt+z");
  await expect(lastAction(page)).toContainText("Undo of a sale");
  await expect(lastAction(page)).toContainText(`Done: ${before} on hand`);
  expect(await onHand(holdfast, TOWELS.sku, "SEA-01")).toBe(before);

  await page.keyboard.press("Alt+h");
  await expect(page.getByText("Sold 2", { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
});

test("a scan while a quantity is asked for is never taken as the quantity", async ({
  page,
  holdfast,
}) => {
  await open(page, holdfast, "Portland");
  await openItem(page, TOWELS);
  await page.keyboard.press("Alt+s");
  const quantity = page.getByRole("dialog").getByLabel("Quantity");
  await expect(quantity).toBeFocused();
  await scan(page, TOWELS.barcode);
  await expect(quantity).toHaveValue("2");
  await scan(page, QUINOA.barcode);
  await expect(quantity).toHaveValue("2");
  await expect(page.getByRole("dialog")).toContainText("another item");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(scanField(page)).toBeFocused();
});

test("a refused sale says what can be taken", async ({ page, holdfast }) => {
  await open(page, holdfast, "Boise");
  await openItem(page, TOWELS);
  const free = await onHand(holdfast, TOWELS.sku, "BOI-01");
  await sell(page, "99999");
  await expect(lastAction(page)).toContainText(`only ${free} can be taken`);
  expect(await onHand(holdfast, TOWELS.sku, "BOI-01")).toBe(free);
});

test("a reservation is handed over", async ({ page, holdfast }) => {
  const lines = [{ sku: QUINOA.sku, location: "ATL-01", quantity: 1 }];
  const { id } = await holdfast.ask<{ id: string }>("POST", "/v1/reservations", { lines });
  await open(page, holdfast, "Atlanta");
  await page.getByRole("link", { name: "Pick-ups" }).click();
  const name = id.slice(-6).toUpperCase();
  await expect(page.getByRole("listitem", { name: `Reservation ${name}` })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: `Hand over ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hand over" }).click();
  await expect(lastAction(page)).toContainText("Done");
  const { state } = await holdfast.ask<{ state: string }>("GET", `/v1/reservations/${id}`);
  expect(state).toBe("confirmed");
});

test("a count carries over what is sold while it lasts, and survives a reload", async ({
  page,
  holdfast,
}) => {
  await open(page, holdfast, "Austin");
  await page.getByRole("link", { name: "Count", exact: true }).click();
  await page.getByText("A list", { exact: true }).click();
  await page.getByLabel("Codes").fill(`${TOWELS.sku}, ${QUINOA.sku}`);
  await page.getByRole("button", { name: "Start counting" }).click();
  await expect(page.getByText("0 of 2 counted")).toBeVisible();
  await scan(page, TOWELS.barcode);
  await expect(page.getByRole("dialog").getByLabel("What is there")).toBeFocused();
  const noted = page.waitForResponse("**/v1/availability/query");
  await scan(page, "90");
  await expect(page.getByText("1 of 2 counted")).toBeVisible();
  await noted;

  await page.reload();
  await expect(page.getByText("1 of 2 counted")).toBeVisible();
  const lines = [{ sku: TOWELS.sku, location: "AUS-01", quantity: 3 }];
  await holdfast.ask("POST", "/v1/sales", { lines });
  await page.getByRole("button", { name: "See differences" }).click();
  await expect(page.getByText("3 left since you counted: 87 is posted.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Post 1 count" }).click();
  await expect(page.getByRole("heading", { name: "The count is posted" })).toBeVisible();
  expect(await onHand(holdfast, TOWELS.sku, "AUS-01")).toBe(87);
});

test("a count takes what is scanned without a pause", async ({ page, holdfast }) => {
  await open(page, holdfast, "Denver");
  await page.getByRole("link", { name: "Count", exact: true }).click();
  await page.getByText("A list", { exact: true }).click();
  await page.getByLabel("Codes").fill(`${TOWELS.sku}, ${QUINOA.sku}`);
  await page.getByRole("button", { name: "Start counting" }).click();
  await expect(page.getByText("0 of 2 counted")).toBeVisible();
  for (const [item, quantity] of [
    [TOWELS, "11"],
    [QUINOA, "12"],
    [TOWELS, "13"],
  ] as const) {
    await scan(page, item.sku);
    // As slowly as fingers: the cursor must stay where the digits go.
    await page.keyboard.type(quantity, { delay: 80 });
    await page.keyboard.press("Enter");
  }
  await expect(page.getByText("2 of 2 counted")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: TOWELS.name })).toContainText("13");
  await expect(page.getByRole("listitem").filter({ hasText: QUINOA.name })).toContainText("12");
});

test("what is sold while the server is away is kept and happens once", async ({
  page,
  holdfast,
}) => {
  test.setTimeout(180_000);
  await open(page, holdfast, "Denver");
  await openItem(page, TOWELS);
  const before = await onHand(holdfast, TOWELS.sku, "DEN-01");
  await holdfast.halt();
  await sell(page, "1");
  await expect(lastAction(page)).toContainText("Waits to be sent");
  await expect(page.getByRole("region", { name: "Stock here" })).toContainText("May have changed", {
    // Through a proxy it takes the silence of the stream to notice.
    timeout: 60_000,
  });
  await expectAccessible(page);
  await holdfast.begin();
  await expect(lastAction(page)).toContainText(`Done: ${before - 1} on hand`, { timeout: 60_000 });
  expect(await onHand(holdfast, TOWELS.sku, "DEN-01")).toBe(before - 1);
});
