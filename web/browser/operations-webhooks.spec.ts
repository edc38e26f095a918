import type { Holdfast } from "./holdfast";
import { choose, expectGoodPage, inDialog, openOperations, takeSecret, unique } from "./operations";
import { isSignedWith, Receiver } from "./receiver";
import { makeProduct, receive, STORES, sell } from "./shop";
import { test as base, expect, type Page } from "./test";

const { SEATTLE } = STORES;

const test = base.extend<{ receiver: Receiver }>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from it
  receiver: async ({}, use) => {
    const receiver = await Receiver.start();
    await use(receiver);
    await receiver.stop();
  },
});

interface Webhook {
  id: number;
  url: string;
  eventTypes: string[];
  parked: number;
}

async function known(holdfast: Holdfast, url: string): Promise<Webhook | undefined> {
  const { items } = await holdfast.ask<{ items: Webhook[] }>("GET", "/v1/webhooks");
  return items.find((webhook) => webhook.url === url);
}

function cardOf(page: Page, url: string) {
  return page.getByRole("article", { name: url });
}

/** Adds one that hears of receipts only, and tells its secret. */
async function add(page: Page, url: string): Promise<string> {
  await page.getByRole("button", { name: "Add a webhook" }).click();
  await inDialog(page).getByLabel("Address").fill(url);
  await choose(page, "Events", "stock.received");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  await inDialog(page).getByRole("button", { name: "Add it" }).click();
  const secret = await takeSecret(page);
  await expect(cardOf(page, url)).toBeVisible();
  return secret;
}

async function remove(page: Page, url: string): Promise<void> {
  await cardOf(page, url).getByRole("button", { name: "Delete" }).click();
  await inDialog(page).getByRole("button", { name: "Delete it" }).click();
  await expect(cardOf(page, url)).toBeHidden();
}

test("a webhook is added, tried, told, and signed for", async ({ page, holdfast, receiver }) => {
  const url = receiver.url(`/${unique()}`);
  await openOperations(page, holdfast, "webhooks");
  await page.getByRole("button", { name: "Add a webhook" }).click();
  await inDialog(page).getByLabel("Address").fill("https://10.1.2.3/inside");
  await inDialog(page).getByRole("button", { name: "Add it" }).click();
  await expect(inDialog(page)).toContainText("leads to an address that is not public");
  await expectGoodPage(page);
  await inDialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(inDialog(page)).toBeHidden();

  const secret = await add(page, url);
  const card = cardOf(page, url);
  await expect(card).toContainText("Hears of stock.received, with balances.");
  await expect(card).toContainText("Nothing delivered yet.");
  await card.getByRole("button", { name: "Send a test" }).click();
  await expect(card.getByText("It took the test event.")).toBeVisible();
  expect(receiver.deliveries).toHaveLength(1);
  receiver.status = 500;
  await card.getByRole("button", { name: "Send a test" }).click();
  await expect(card.getByText("It did not take the test event: answered 500")).toBeVisible();
  await expectGoodPage(page);

  receiver.status = 200;
  const product = await makeProduct(holdfast, "Told of chair", { [SEATTLE]: 7 });
  await expect.poll(() => receiver.about(product.sku).length).toBe(1);
  const [delivery] = receiver.about(product.sku);
  if (!delivery) throw new Error("Nothing was delivered.");
  expect(isSignedWith(delivery, secret)).toBe(true);
  expect(isSignedWith(delivery, `${secret}x`)).toBe(false);
  await expect.poll(async () => (await known(holdfast, url)) ?? {}).toHaveProperty("lastSuccessAt");
  await page.reload();
  await expect(card).toContainText("Last delivered");
  await remove(page, url);
  expect(await known(holdfast, url)).toBeUndefined();
});

test("address, events, state and secret are changed later", async ({
  page,
  holdfast,
  receiver,
}) => {
  const url = receiver.url(`/old/${unique()}`);
  const other = receiver.url(`/new/${unique()}`);
  await openOperations(page, holdfast, "webhooks");
  const before = await add(page, url);
  await cardOf(page, url).getByRole("button", { name: "Change" }).click();
  await expect(inDialog(page).getByLabel("Address")).toHaveValue(url);
  await expect(inDialog(page).getByText("stock.received")).toBeVisible();
  await expectGoodPage(page);
  await inDialog(page).getByLabel("Address").fill("ftp://example.com/");
  await inDialog(page).getByRole("button", { name: "Save" }).click();
  await expect(inDialog(page)).toContainText("must begin with https://");
  await inDialog(page).getByLabel("Address").fill(other);
  await choose(page, "Events", "stock.sold");
  await page.keyboard.press("Escape");
  await inDialog(page).getByRole("button", { name: "Save" }).click();
  await expect(inDialog(page)).toBeHidden();
  const card = cardOf(page, other);
  await expect(card).toContainText("Hears of stock.received, stock.sold");
  await expect(cardOf(page, url)).toBeHidden();
  const changed = await known(holdfast, other);
  expect(changed?.eventTypes.toSorted()).toEqual([
    "dev.holdfast.stock.received",
    "dev.holdfast.stock.sold",
  ]);

  await card.getByRole("button", { name: "New secret" }).click();
  await inDialog(page).getByRole("button", { name: "Make a new one" }).click();
  const after = await takeSecret(page);
  expect(after).not.toBe(before);
  await card.getByRole("button", { name: "Pause" }).click();
  await expect(card.getByText("Paused", { exact: true })).toBeVisible();
  const product = await makeProduct(holdfast, "Late chair", { [SEATTLE]: 4 });
  await sell(holdfast, product, SEATTLE, 1);
  await card.getByRole("button", { name: "Go on" }).click();
  await expect(card.getByText("Active", { exact: true })).toBeVisible();
  await expect.poll(() => receiver.about("dev.holdfast.stock.sold").length).toBe(1);
  for (const delivery of receiver.about(product.sku)) {
    expect(delivery.path).toBe(new URL(other).pathname);
    expect([isSignedWith(delivery, before), isSignedWith(delivery, after)]).toEqual([true, true]);
  }
  await remove(page, other);
});

test("what was given up is replayed or skipped by a person", async ({
  page,
  holdfast,
  receiver,
}) => {
  const url = receiver.url(`/${unique()}`);
  await openOperations(page, holdfast, "webhooks");
  await add(page, url);
  receiver.status = 503;
  const names = ["Parked table", "Skipped table", "Repaired table"];
  const [one, two, three] = await Promise.all(
    names.map((name) => makeProduct(holdfast, name, { [SEATTLE]: 6 })),
  );
  if (!one || !two || !three) throw new Error("Products are missing.");
  await expect.poll(async () => (await known(holdfast, url))?.parked, { timeout: 30_000 }).toBe(3);
  await page.reload();
  await expect(page.getByText("3 deliveries were given up and wait for you.")).toBeVisible();
  const card = cardOf(page, url);
  await expect(card).toContainText("3 parked");
  await expect(card.getByRole("row").filter({ hasText: one.sku })).toContainText("answered 503");
  await expectGoodPage(page);

  await page.getByRole("link", { name: "All that is parked" }).click();
  await expect(page.getByRole("heading", { name: "Parked deliveries", level: 1 })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: `${one.sku} at ${SEATTLE}` });
  await expect(row).toContainText(url);
  await expect(row).toContainText("after 2 tries");
  await expect(row).toContainText("1 change");
  await expectGoodPage(page);
  receiver.status = 200;
  await page.getByRole("button", { name: `Replay ${one.sku} at ${SEATTLE}` }).click();
  await expect(page.getByText("1 position is delivered again.")).toBeVisible();
  await expect(row).toBeHidden();
  await expect.poll(() => receiver.about(one.sku).length).toBe(1);

  await page.getByRole("button", { name: `Skip ${two.sku} at ${SEATTLE}` }).click();
  await expect(inDialog(page)).toContainText(`1 change will never be sent to ${url}`);
  await expectGoodPage(page);
  await inDialog(page).getByRole("button", { name: "Skip them" }).click();
  await expect(page.getByRole("row").filter({ hasText: two.sku })).toBeHidden();

  await page.getByRole("link", { name: "Back to the webhooks" }).click();
  await card.getByRole("button", { name: "Replay all" }).click();
  await expect(card.getByText("1 position is delivered again.")).toBeVisible();
  await expect(card).not.toContainText("parked:");
  await expect.poll(() => receiver.about(three.sku).length).toBe(1);
  await page.goto("/operations/webhooks/parked");
  await expect(page.getByText("Nothing is parked")).toBeVisible();

  // What was skipped stays so; what comes after it is told.
  await receive(holdfast, two, SEATTLE, 3);
  await expect.poll(() => receiver.about(two.sku).length).toBe(1);
  expect(receiver.about(two.sku)[0]?.body).not.toContain('"version":1,');
  await page.getByRole("link", { name: "Back to the webhooks" }).click();
  await remove(page, url);
});
