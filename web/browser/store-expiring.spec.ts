import { expect, expectAccessible, expectNoSideways, test } from "./test";
import { onHand, openStore } from "./till";

interface Lots {
  items: { sku: string; name: string; lot: string; left: number }[];
}

/** The day that is so many days from now by UTC; stores of the demo are behind it. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test("what expires soon is written off in time, and put back when that was wrong", async ({
  page,
  holdfast,
}) => {
  const sku = "HB-00002";
  const expires = dayFromNow(2);
  const lines = [{ sku, location: "DEN-01", quantity: 3, lot: "BROWSER-1", expires }];
  await holdfast.ask("POST", "/v1/receipts", { lines });
  const before = await onHand(holdfast, sku, "DEN-01");

  await openStore(page, holdfast, "Denver");
  await page.getByRole("link", { name: "Expiring" }).click();
  const row = page.getByRole("listitem", { name: /lot BROWSER-1$/ });
  await expect(row).toContainText("3 left");
  await expectAccessible(page);
  await expectNoSideways(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);

  await row.getByRole("button", { name: /^Write off lot BROWSER-1/ }).click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: "Write off 3" }).click();
  await expect(row).toBeHidden();
  expect(await onHand(holdfast, sku, "DEN-01")).toBe(before - 3);

  await page.keyboard.press("Alt+z");
  await expect(row).toContainText("3 left");
  expect(await onHand(holdfast, sku, "DEN-01")).toBe(before);
  const { items } = await holdfast.ask<Lots>("GET", `/v1/lots?location=DEN-01&sku=${sku}`);
  expect(items.find(({ lot }) => lot === "BROWSER-1")?.left).toBe(3);
});
