import { expectGoodPage, inDialog, unique } from "./operations";
import { makeShippable, order, RENO } from "./orders";
import { inLedger } from "./shop";
import { expect, type Page, signIn, test } from "./test";

function promise(page: Page) {
  return page.getByRole("region", { name: "The promise" });
}

test("an order is promised, held, placed, explained, changed and cancelled", async ({
  page,
  holdfast,
}) => {
  const kettle = await makeShippable(holdfast, "Kettle", 6);
  await signIn(page, holdfast, "/orders");
  await page.getByRole("link", { name: "New order" }).first().click();
  await order(page, kettle, 2);
  await page.getByLabel("Name", { exact: true }).fill("Ada Moreno");
  await page.getByLabel("Address").fill("1200 Pine Street");
  await page.getByLabel("Postcode").fill("98101");
  await page.getByRole("button", { name: "Check the promise" }).click();
  await expect(promise(page)).toContainText("Arrives");
  await expect(promise(page)).toContainText("Postage");
  await expect(page.getByRole("region", { name: "Why this plan" })).toContainText("Other places");
  expect(await inLedger(holdfast, kettle, RENO)).toEqual({ onHand: 6, reserved: 0 });
  await page.getByRole("button", { name: /^Hold the stock/ }).click();
  await expect(promise(page)).toContainText("The stock is held for this order");
  expect(await inLedger(holdfast, kettle, RENO)).toEqual({ onHand: 6, reserved: 2 });
  await expectGoodPage(page);

  await page.getByRole("button", { name: "Place the order" }).click();
  const heading = page.getByRole("heading", { level: 1, name: /^Order / });
  await expect(heading).toBeVisible();
  const number = (await heading.innerText()).replace("Order ", "");
  const shipment = page.getByRole("region", { name: "Shipment" });
  await expect(shipment).toContainText(`2 × ${kettle.name}`);
  await expect(shipment.getByRole("list", { name: "Cartons" })).toContainText("2 items");
  await expect(page.getByRole("table", { name: "What the order costs" })).toContainText("In all");
  expect(await inLedger(holdfast, kettle, RENO)).toEqual({ onHand: 6, reserved: 2 });
  await expectGoodPage(page);

  await page.getByRole("link", { name: "All orders" }).click();
  await page.getByLabel("Number").fill(number);
  await page.getByLabel("Number").press("Enter");
  await expect(page).toHaveURL(new RegExp(`number=${number}`));
  const row = page.getByRole("table", { name: "Orders" }).getByRole("row").last();
  await expect(row).toContainText("Ada Moreno");
  await expect(row).toContainText("Placed");
  await expectGoodPage(page);

  await row.getByRole("link", { name: number }).click();
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await inDialog(page)
    .getByRole("textbox", { name: `Quantity of ${kettle.name}` })
    .fill("3");
  await expectGoodPage(page);
  await inDialog(page).getByRole("button", { name: "Change and plan it" }).click();
  await expect(page.getByText(`Planned again: it ships from ${RENO}`)).toBeVisible();
  expect(await inLedger(holdfast, kettle, RENO)).toEqual({ onHand: 6, reserved: 3 });

  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  await inDialog(page).getByLabel("Why").fill("ordered twice");
  await expectGoodPage(page);
  await inDialog(page).getByRole("button", { name: "Cancel the order" }).click();
  await expect(inDialog(page)).toBeHidden();
  await expect(page.getByRole("region", { name: "What happened" })).toContainText("Ordered twice.");
  await expect(page.getByRole("button", { name: "Cancel", exact: true })).toHaveCount(0);
  expect(await inLedger(holdfast, kettle, RENO)).toEqual({ onHand: 6, reserved: 0 });
});

test("a lost answer never makes two orders", async ({ page, holdfast }) => {
  const lamp = await makeShippable(holdfast, "Lamp", 4);
  const number = `LOST-${unique()}`;
  await signIn(page, holdfast, "/orders/new");
  await order(page, lamp, 1);
  await page.getByLabel("Postcode").fill("98101");
  await page.getByRole("button", { name: "More wishes" }).click();
  await page.getByLabel("Your own number").fill(number);
  let lost = 0;
  await page.route("**/v1/orders", async (route) => {
    if (route.request().method() !== "POST" || lost > 0) return route.fallback();
    lost++;
    // The server hears it and does it; only its answer goes astray.
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "Place the order" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Order ${number}` })).toBeVisible();
  expect(lost).toBe(1);
  expect(await inLedger(holdfast, lamp, RENO)).toEqual({ onHand: 4, reserved: 1 });
});

test("what cannot be shipped is said with its mend, and the order can be mended", async ({
  page,
  holdfast,
}) => {
  const chair = await makeShippable(holdfast, "Stool", 3);
  await signIn(page, holdfast, "/orders/new");
  await order(page, chair, 5);
  await page.getByLabel("Postcode").fill("98101");
  await page.getByRole("button", { name: "Check the promise" }).click();
  await expect(promise(page)).toContainText("It cannot be shipped like this");
  await expect(promise(page)).toContainText(chair.sku);
  await expectGoodPage(page);
  await page.getByRole("textbox", { name: `Quantity of ${chair.name}` }).fill("3");
  await expect(promise(page)).toContainText("The order was changed since");
  await page.getByRole("button", { name: "Check again" }).click();
  await expect(promise(page)).toContainText("Arrives");
});
