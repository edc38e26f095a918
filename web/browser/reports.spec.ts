import { readFileSync } from "node:fs";
import { expectGoodPage, openOperations } from "./operations";
import { RENO } from "./orders";
import { hourInReno, keepLabRun, placeCounted, reportOf, totalOf } from "./reports";
import { expect, signIn, test } from "./test";

const COUNT = new Intl.NumberFormat("en");
const DAY_MILLIS = 86_400_000;
const DAYS = 14;

test("figures are those of the API, on the dashboard, in a report and in its file", async ({
  page,
  holdfast,
}) => {
  // Days that are over there: nobody places an order between the page's question and ours.
  const [from, to] = [DAYS, 1].map((days) => hourInReno(Date.now() - days * DAY_MILLIS).iso);
  const asked = `from=${from}&to=${to}&location=${RENO}`;
  await expect
    .poll(async () => totalOf(await reportOf(holdfast, `overview?${asked}`), "orders"), {
      message: "orders of the demo's past",
      timeout: 30_000,
    })
    .toBeGreaterThan(0);
  const counted = await reportOf(holdfast, `overview?${asked}`);
  await signIn(page, holdfast, `/reports?${asked}`);
  const orders = COUNT.format(totalOf(counted, "orders"));
  const figures = page.getByRole("region", { name: "Key figures" });
  await expect(figures.getByRole("listitem").first().locator("strong")).toHaveText(orders);
  await expect(figures).toContainText(
    /Answered in .* database call|Answered in .* calls? of the database/,
  );
  await expect(page.getByRole("region", { name: "Payday", exact: true })).toContainText(
    "Answered in",
  );
  await expect(page.getByRole("region", { name: "Backlog", exact: true })).toContainText(
    "under 4 hours",
  );
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
    page.getByRole("link", { name: "Download CSV", exact: true }).click(),
  ]);
  const lines = readFileSync(await file.path(), "utf8")
    .trim()
    .split(/\r?\n/);
  expect(lines[0]).toMatch(/^time,orders,/);
  expect(lines.length - 1).toBe(counted.rows.length);
  await expectGoodPage(page);
});

test("a figure leads by the day and the hour to its order", async ({ page, holdfast }) => {
  const { number, placed } = await placeCounted(holdfast);
  const { iso, day, hour } = hourInReno(placed);
  await signIn(page, holdfast, `/reports/overview?from=${iso}&to=${iso}&location=${RENO}`);
  const table = page.getByRole("table", { name: "Overview" });
  await table.getByRole("link", { name: day, exact: true }).click();
  await expect(page).toHaveURL(/by=hour/);
  await table.getByRole("link", { name: hour, exact: true }).click();
  await expect(page).toHaveURL(/\/orders\?placed_from=/);
  await expect(page.getByRole("list", { name: "Further filters" })).toContainText("Placed from");
  await expect(page.getByRole("link", { name: number, exact: true })).toBeVisible();
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
