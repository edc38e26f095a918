import { readFileSync } from "node:fs";
import { expectGoodPage, openOperations } from "./operations";
import { RENO } from "./orders";
import { keepLabRun, placeCounted, reportOf, totalOf } from "./reports";
import { expect, signIn, test } from "./test";

const COUNT = new Intl.NumberFormat("en");

test("figures are those of the API, and lead from the dashboard to the order", async ({
  page,
  holdfast,
}) => {
  await placeCounted(holdfast);
  await signIn(page, holdfast, `/reports?location=${RENO}`);
  const counted = await reportOf(holdfast, `overview?location=${RENO}`);
  const orders = COUNT.format(totalOf(counted, "orders"));
  const figures = page.getByRole("region", { name: "Key figures" });
  await expect(figures.getByRole("listitem").first().locator("strong")).toHaveText(orders);
  await expect(figures).toContainText(/Answered in .* calls? of the database/);
  await expect(page.getByRole("region", { name: "Payday", exact: true })).toContainText("Answered in");
  await expect(page.getByRole("region", { name: "Backlog", exact: true })).toContainText("under 4 hours");
  await expectGoodPage(page);

  await figures.getByRole("link", { name: "Orders", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  const table = page.getByRole("table", { name: "Overview" });
  await expect(table.getByRole("row", { name: /^In all/ })).toContainText(orders);
  await page.getByRole("button", { name: "How Orders is computed" }).first().click();
  await expect(page.getByRole("note")).toContainText("Orders that were placed");
  await page.keyboard.press("Escape");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV" }).click(),
  ]);
  const lines = readFileSync(await file.path(), "utf8")
    .trim()
    .split(/\r?\n/);
  expect(lines[0]).toMatch(/^time,orders,/);
  expect(lines.length - 1).toBe(counted.rows.length);
  await expectGoodPage(page);

  await page.getByRole("button", { name: "Last 7 days" }).click();
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d/);
  // The latest day with orders, then its latest hour with any; a sum stands last.
  const withOrders = table.getByRole("row").filter({
    has: page.getByRole("cell", { name: /^[1-9]/ }),
  });
  for (const finer of [/by=hour/, /\/orders\?placed_from=/]) {
    await table.getByRole("button", { name: "Time", exact: true }).click();
    await expect(table.getByRole("columnheader").first()).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    await withOrders.first().getByRole("link").click();
    await expect(page).toHaveURL(finer);
  }
  await expect(page.getByRole("list", { name: "Further filters" })).toContainText("Placed from");
  await expectGoodPage(page);
});

test("the week is a map that keys move over", async ({ page, holdfast }) => {
  await placeCounted(holdfast);
  await signIn(page, holdfast, "/reports/hours");
  const map = page.getByRole("group", { name: "Orders, chart" });
  await map.getByRole("link", { name: /^Monday 00:00: / }).focus();
  await page.keyboard.press((page.viewportSize()?.width ?? 0) < 992 ? "ArrowDown" : "ArrowRight");
  await expect(map.getByRole("link", { name: /^Monday 01:00: / })).toBeFocused();
  await expectGoodPage(page);
});

test("runs of the laboratory say what became worse and what is not known", async ({
  page,
  holdfast,
}) => {
  keepLabRun(holdfast);
  await openOperations(page, holdfast, "lab");
  const payday = page.getByRole("region", { name: "payday" });
  await expect(payday).toContainText("3 roll-ups");
  await expect(payday).toContainText("worse");
  await expect(page.getByRole("region", { name: "overview" })).not.toContainText("worse");
  await expect(page.getByRole("region", { name: "Not verified" })).toContainText("one machine");
  await expect(page.getByRole("table", { name: "Stages" })).toContainText("100 times as fast");
  await expectGoodPage(page);
});
