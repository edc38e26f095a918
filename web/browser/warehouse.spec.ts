import { type FloorList, openFloor, placeOrder } from "./floor";
import { expect, expectAccessible, expectNoSideways, type Page, test } from "./test";
import { scan } from "./till";

const TOWELS = "HB-00001";
const QUINOA = "HB-00002";

interface Ordered {
  state: string;
  shipments: { state: string }[];
}

async function checked(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSideways(page);
}

function stopTitle(page: Page, number: number, all: number) {
  return page.getByRole("heading", { level: 1, name: `Stop ${number} of ${all}` });
}

/** The server takes what is sent next, and its answer never arrives. */
async function loseAnswer(page: Page, path: string): Promise<void> {
  await page.route(
    path,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
}

/** Starts the wave with this order on the board, and takes its first pick list. */
async function startWave(page: Page, number: string): Promise<void> {
  const proposed = page.getByRole("article", { name: /^Proposed wave/ });
  await proposed.first().waitFor();
  for (const one of await proposed.all()) {
    await one.getByRole("button", { name: "Show its orders" }).click();
  }
  const wave = proposed.filter({ has: page.getByRole("link", { name: number }) });
  await expect(wave).toBeVisible();
  await checked(page);
  await wave.getByRole("button", { name: /^Start wave/ }).click();
  const running = page.getByRole("article", { name: /^Wave / }).first();
  await expect(running.getByRole("button", { name: /^Cancel wave/ })).toBeVisible();
  await running
    .getByRole("link", { name: /Nobody picks it yet/ })
    .first()
    .click();
}

/** Walks a list: scans what is there, and finds one fewer of one item. */
async function walk(page: Page, list: FloorList, missing: string): Promise<void> {
  const all = list.stops.length;
  for (const [index, { picks }] of list.stops.entries()) {
    await expect(stopTitle(page, index + 1, all)).toBeVisible();
    if (index === 0) {
      await checked(page);
      await scan(page, "99999");
      await expect(page.getByText("does not ask for 99999")).toBeVisible();
      await loseAnswer(page, "**/v1/pick-lists/*/stops/*");
    }
    if (picks[0]?.sku !== missing) {
      await scan(page, picks[0]?.barcodes[0] ?? "");
      continue;
    }
    await page.getByRole("button", { name: /^Fewer of/ }).click();
    await checked(page);
    await page.getByRole("button", { name: "Found 1", exact: true }).click();
    const told = page.getByRole("status").filter({ hasText: /Order W-\d: 1 missing/ });
    await expect(told).toBeVisible();
    await page.reload();
    await expect(told).toBeVisible();
    await checked(page);
    await page.getByRole("button", { name: /^Understood/ }).click();
  }
}

test("orders go from a wave over the walk and the packing table to the carrier", async ({
  page,
  holdfast,
}) => {
  const ask = holdfast.ask.bind(holdfast);
  const orders = new Map<string, string>();
  for (const number of ["W-1", "W-2"]) {
    const goods: [string, number][] = [
      [TOWELS, 1],
      [QUINOA, 1],
    ];
    orders.set(number, await placeOrder(ask, number, goods));
  }
  await openFloor(page, holdfast);
  await startWave(page, "W-1");
  await expect(page.getByText("Put 2 empty totes on the cart")).toBeVisible();
  await checked(page);
  await page.getByRole("button", { name: "Start picking" }).click();
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const list = await ask<FloorList>("GET", `/v1/pick-lists/${id}`);
  await expect(page.getByText("This list was taken by")).toBeHidden();
  await walk(page, list, QUINOA);
  await expect(page.getByRole("heading", { name: `${list.number} is picked` })).toBeVisible();
  await checked(page);

  await page.getByRole("link", { name: "To packing" }).click();
  const first = page.getByRole("main").getByRole("link", { name: /^W-\d/ }).first();
  const number = /^W-\d/.exec(await first.innerText())?.[0] ?? "";
  await checked(page);
  await first.click();
  await expect(page.getByRole("heading", { name: `Pack ${number}` })).toBeVisible();
  await checked(page);
  const next = page.getByRole("button", { name: "Next item" });
  while (await next.isEnabled()) await next.click();
  await loseAnswer(page, "**/v1/shipments/*/pack");
  await page.getByRole("button", { name: /^All packed/ }).click();
  await expect(page.getByRole("heading", { name: `Order ${number} is packed` })).toBeVisible();
  await checked(page);
  const label = page.getByRole("link", { name: /^Print/ });
  const paper = await page.request.get((await label.getAttribute("href")) ?? "");
  expect(paper.headers()["content-type"]).toBe("application/pdf");

  await page.getByRole("link", { name: "Hand over", exact: true }).click();
  await page.getByRole("button", { name: /^Hand over all/ }).click();
  await expect(page.getByRole("button", { name: /has taken/ })).toBeVisible();
  await checked(page);
  await page.getByRole("button", { name: /has taken/ }).click();
  await expect(page.getByRole("heading", { name: /^Handed over to/ })).toBeVisible();
  await expect(page.getByRole("table", { name: "Manifest" })).toContainText(number);
  await checked(page);
  const history = await ask<Ordered>("GET", `/v1/orders/${orders.get(number)}`);
  expect(history.shipments.map(({ state }) => state)).toContain("shipped");
});

test("a stop can be taken back, and a wave of which nothing is picked cancelled", async ({
  page,
  holdfast,
}) => {
  const ask = holdfast.ask.bind(holdfast);
  const order = await placeOrder(ask, "W-3", [
    [TOWELS, 1],
    [QUINOA, 1],
  ]);
  await openFloor(page, holdfast);
  await startWave(page, "W-3");
  await page.getByRole("button", { name: "Start picking" }).click();
  await expect(stopTitle(page, 1, 2)).toBeVisible();
  await page.getByRole("button", { name: /^Picked/ }).click();
  await expect(stopTitle(page, 2, 2)).toBeVisible();
  await page.getByRole("button", { name: "Take back stop 1" }).click();
  await expect(stopTitle(page, 1, 2)).toBeVisible();
  await page.goto("/warehouse");
  const running = page.getByRole("article", { name: /^Wave / }).first();
  await running.getByRole("button", { name: /^Cancel wave/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel wave" }).click();
  await expect(page.getByRole("article", { name: /^Proposed wave/ })).toBeVisible();
  const { state } = await ask<Ordered>("GET", `/v1/orders/${order}`);
  expect(state).toBe("released");
});
