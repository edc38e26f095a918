import {
  addFromMyStore,
  chooseStore,
  inLedger,
  makeProduct,
  openBasket,
  openProduct,
  reservedNotice,
  STORES,
  sell,
} from "./shop";
import { expect, expectAccessible, expectNoSideways, test } from "./test";

const { SEATTLE, PORTLAND } = STORES;
const REFUSED = "Nothing was reserved: somebody was quicker.";

test("two browsers want the last one: one gets it, the other is told", async ({
  page,
  browser,
  holdfast,
}) => {
  const product = await makeProduct(holdfast, "Last bicycle", { [SEATTLE]: 1, [PORTLAND]: 1 });
  const other = await browser.newContext();
  const pages = [page, await other.newPage()];
  for (const each of pages) {
    await chooseStore(each, "Seattle");
    await addFromMyStore(each, product);
    await openBasket(each);
  }
  const buttons = pages.map((each) => each.getByRole("button", { name: "Reserve in Seattle" }));
  await Promise.all(buttons.map((button) => button.click()));
  for (const each of pages) {
    await expect(reservedNotice(each).or(each.getByText(REFUSED))).toBeVisible();
  }
  const got = await Promise.all(pages.map((each) => reservedNotice(each).isVisible()));
  expect(got.filter(Boolean), "how many got it").toHaveLength(1);
  expect(await inLedger(holdfast, product, SEATTLE)).toEqual({ onHand: 1, reserved: 1 });

  const [late] = pages.filter((_, at) => !got[at]);
  if (!late) throw new Error("Nobody was late.");
  const told = late.getByRole("alert");
  await expect(told).toContainText(`${product.name}: Seattle has none left, you asked for 1.`);
  await expectAccessible(late);
  await expectNoSideways(late);

  // There is one in Portland, and the way to it stands there.
  await expect(late.getByText("Sold out in Seattle.")).toBeVisible();
  await late.getByRole("button", { name: "Move to Portland" }).click();
  await late.getByRole("button", { name: "Reserve in Portland" }).click();
  await expect(reservedNotice(late)).toBeVisible();
  expect(await inLedger(holdfast, product, PORTLAND)).toEqual({ onHand: 1, reserved: 1 });
  await other.close();
});

test("a refused basket names the line, and holds nothing of the others", async ({
  page,
  holdfast,
}) => {
  const short = await makeProduct(holdfast, "Coveted lamp", { [SEATTLE]: 4 });
  const plenty = await makeProduct(holdfast, "Plain broom", { [SEATTLE]: 50 });
  await chooseStore(page, "Seattle");
  await addFromMyStore(page, plenty);
  const mine = await openProduct(page, short);
  const quantity = mine.getByRole("textbox", { name: `Quantity: ${short.name}` });
  await quantity.fill("3");
  await quantity.press("Enter");
  await mine.getByRole("button", { name: "Add to basket" }).click();
  await expect(mine.getByText("3 in your basket")).toBeVisible();
  await openBasket(page);
  // Between the press of the button and the ledger, somebody pays at the till.
  await page.route("**/v1/reservations", async (route) => {
    await sell(holdfast, short, SEATTLE, 2);
    await route.continue();
  });
  await page.getByRole("button", { name: "Reserve in Seattle" }).click();
  const told = page.getByRole("alert");
  await expect(told).toContainText(`${short.name}: Seattle has 2 left, you asked for 3.`);
  await expect(told).not.toContainText(plenty.name);
  await expectAccessible(page);
  await expectNoSideways(page);
  expect(await inLedger(holdfast, plenty, SEATTLE)).toEqual({ onHand: 50, reserved: 0 });

  await page.unroute("**/v1/reservations");
  await page.getByRole("button", { name: "Take 2" }).click();
  await page.getByRole("button", { name: "Reserve in Seattle" }).click();
  await expect(reservedNotice(page)).toBeVisible();
  expect(await inLedger(holdfast, short, SEATTLE)).toEqual({ onHand: 2, reserved: 2 });
  expect(await inLedger(holdfast, plenty, SEATTLE)).toEqual({ onHand: 50, reserved: 1 });
});

test("an answer that is lost is asked for again, and held once", async ({ page, holdfast }) => {
  const product = await makeProduct(holdfast, "Doubtful clock", { [SEATTLE]: 9 });
  await chooseStore(page, "Seattle");
  await addFromMyStore(page, product);
  await openBasket(page);
  await page.route("**/v1/reservations", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "Reserve in Seattle" }).click();
  const unknown = page.getByText("We do not know yet whether it is reserved.");
  await expect(unknown).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  await expectNoSideways(page);

  await page.reload();
  await expect(unknown).toBeVisible();
  await page.unroute("**/v1/reservations");
  await page.getByRole("button", { name: "Ask again" }).click();
  await expect(reservedNotice(page)).toBeVisible();
  expect(await inLedger(holdfast, product, SEATTLE)).toEqual({ onHand: 9, reserved: 1 });
});
