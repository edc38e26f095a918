import type { Holdfast } from "./holdfast";
import { expectGoodPage, openOperations } from "./operations";
import { makeProduct, type Product, STORES } from "./shop";
import { expect, type Page, test } from "./test";

const { SEATTLE } = STORES;
const NO_NEWS = "No news from the server";
const AT_ONCE = 4;
/** Samples come every five seconds. */
const SOON = { timeout: 20_000 };
/** What is hot comes every fifteen, from counts of every five. */
const REPORTED = { timeout: 40_000 };

/** Customers who reserve the one and never get the other, until told to stop. */
function crowd(holdfast: Holdfast, sought: Product, missing: Product) {
  let stopped = false;
  async function customer(): Promise<void> {
    while (!stopped) {
      const [got, refused] = await Promise.all([
        reserve(holdfast, sought),
        reserve(holdfast, missing),
        holdfast.ask("GET", `/v1/availability/${sought.sku}`),
      ]);
      expect([got, refused]).toEqual([201, 409]);
    }
  }
  const all = Promise.all(Array.from({ length: AT_ONCE }, customer));
  return {
    async leaves(): Promise<void> {
      stopped = true;
      await all;
    },
  };
}

async function reserve(holdfast: Holdfast, { sku }: Product): Promise<number> {
  const answer = await fetch(`${holdfast.url}/v1/reservations`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${holdfast.key}`,
      "Content-Type": "application/json",
      "Idempotency-Key": crypto.randomUUID(),
    },
    body: JSON.stringify({ lines: [{ sku, location: SEATTLE, quantity: 1 }] }),
  });
  await answer.arrayBuffer();
  return answer.status;
}

/** Whether all is well, in words: on a busy machine it may not be. */
function headline(page: Page) {
  return page.getByRole("heading", { level: 2 }).first();
}

/** What a chart's legend says of a series. */
function legend(page: Page, chart: string, series: string) {
  return page
    .getByRole("article", { name: chart })
    .getByRole("listitem")
    .filter({ hasText: series })
    .locator("strong");
}

test("what is done shows up in every chart and in the hot SKUs", async ({ page, holdfast }) => {
  const sought = await makeProduct(holdfast, "Sought heater", { [SEATTLE]: 90_000 });
  const missing = await makeProduct(holdfast, "Missing heater", {});
  await openOperations(page, holdfast);
  await expect(headline(page)).not.toHaveText(NO_NEWS);
  const customers = crowd(holdfast, sought, missing);
  try {
    for (const [chart, series] of [
      ["Lookups per second", "Lookups"],
      ["Commands per second", "Commands"],
      ["Not done, per second", "Refused"],
    ] as const) {
      await expect(legend(page, chart, series)).toHaveText(/^[1-9][\d.,]*$/, SOON);
    }
    for (const series of ["Commands p99", "Commands p50", "Lookups p99"]) {
      await expect(legend(page, "Time to answer", series)).toHaveText(/^[\d.]+ m?s$/);
    }
    await expect(legend(page, "Not done, per second", "Outcome unknown")).toHaveText("0");
    await expect(legend(page, "Age of the feed", "Age")).toHaveText(/^[\d.]+ m?s$/);
    await expect(legend(page, "Batches", "Commands per batch")).toHaveText(/^[1-9][\d.]*$/);
    // More than the receipt alone: at least one a second over the minute.
    const hot = page.getByRole("listitem").filter({ hasText: `${sought.sku} at ${SEATTLE}` });
    await expect(hot.locator(".figures").last()).toHaveText(/^[1-9]/, REPORTED);
  } finally {
    await customers.leaves();
  }
  await expectGoodPage(page);
});

test("charts are drawn, and read by keyboard and as a table", async ({ page, holdfast }) => {
  await openOperations(page, holdfast);
  const charts = page.getByRole("slider");
  await expect(charts).toHaveCount(6);
  const painted = () =>
    charts.first().evaluate((chart) => {
      const canvas = chart.querySelector("canvas");
      if (!canvas) return 0;
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
      return pixels?.filter((value, at) => at % 4 === 3 && value > 0).length ?? 0;
    });
  await expect.poll(painted, { message: "pixels that are painted" }).toBeGreaterThan(100);

  const chart = page.getByRole("slider", { name: "Time to answer, moment" });
  // Two samples, for a step from one to the other.
  await expect
    .poll(async () => Number(await chart.getAttribute("aria-valuemax")), SOON)
    .toBeGreaterThan(0);
  await chart.focus();
  await page.keyboard.press("Home");
  await expect(chart).toHaveAttribute("aria-valuenow", "0");
  await page.keyboard.press("ArrowRight");
  await expect(chart).toHaveAttribute("aria-valuenow", "1");
  await expect(chart).toHaveAttribute("aria-valuetext", /^\d\d:\d\d:\d\d: Commands p99 /);

  await page.getByText("Table", { exact: true }).click();
  const table = page.getByRole("table", { name: /^The last 15 minutes/ });
  await expect(table.getByRole("rowheader").first()).toHaveText(/^\d\d:\d\d:\d\d$/);
  await expect(charts).toHaveCount(0);
  await expectGoodPage(page);
});

test("says that no news comes, and goes on by itself", async ({ page, holdfast }) => {
  await page.clock.install();
  await openOperations(page, holdfast);
  await expect(headline(page)).not.toHaveText(NO_NEWS);
  await page.route("**/v1/operations**", (route) => route.abort());
  await page.clock.fastForward("00:40");
  await expect(headline(page)).toHaveText(NO_NEWS);
  await expectGoodPage(page);
  await page.unroute("**/v1/operations**");
  // Past the pause before the next try, and back to the time of the server.
  await page.clock.fastForward("00:20");
  await page.clock.setSystemTime(Date.now());
  await expect(headline(page)).not.toHaveText(NO_NEWS);
});
