import type { Holdfast } from "./holdfast";
import { choose, expectGoodPage, inDialog, openOperations, takeSecret, unique } from "./operations";
import { expect, type Page, test } from "./test";

/** What a till or a partner gets with a key. */
function asked(holdfast: Holdfast, key: string, path: string): Promise<Response> {
  return fetch(holdfast.url + path, { headers: { Authorization: `Bearer ${key}` } });
}

function rowOf(page: Page, name: string) {
  return page.getByRole("row").filter({ hasText: name });
}

async function issue(page: Page, name: string, role: RegExp): Promise<string> {
  await page.getByRole("button", { name: "Issue a key" }).click();
  await inDialog(page).getByLabel("Name").fill(name);
  await choose(page, "Role", role);
  await expectGoodPage(page);
  await inDialog(page).getByRole("button", { name: "Issue it" }).click();
  return takeSecret(page);
}

test("a key is shown once, opens what its role may, and ends when it is revoked", async ({
  page,
  holdfast,
}) => {
  const name = `till ${unique()}`;
  await openOperations(page, holdfast, "keys");
  await expectGoodPage(page);
  const key = await issue(page, name, /^Reader/);
  await expect(rowOf(page, name)).toContainText("Reader");
  await expect(rowOf(page, name)).toContainText("In use");
  expect((await asked(holdfast, key, "/v1/skus?limit=1")).status).toBe(200);
  expect((await asked(holdfast, key, "/v1/keys")).status).toBe(403);
  const listed = await holdfast.ask<unknown>("GET", "/v1/keys");
  expect(JSON.stringify(listed)).toContain(name);
  expect(JSON.stringify(listed)).not.toContain(key);

  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await expect(inDialog(page)).toContainText("shut out within five seconds");
  await expectGoodPage(page);
  await inDialog(page).getByRole("button", { name: "Revoke it" }).click();
  await expect(inDialog(page)).toBeHidden();
  await expect(rowOf(page, name)).toBeHidden();
  await expect.poll(async () => (await asked(holdfast, key, "/v1/skus?limit=1")).status).toBe(401);
  await page.getByRole("switch", { name: /^Show \d+ revoked$/ }).click();
  await expect(rowOf(page, name)).toContainText("Revoked");
  await expect(page.getByRole("button", { name: `Revoke ${name}` })).toHaveCount(0);
});

test("a new client has keys of its own that open nothing of another", async ({
  page,
  holdfast,
}) => {
  const code = `pier-${unique()}`;
  const name = `Pier ${code}`;
  await openOperations(page, holdfast, "clients");
  await expectGoodPage(page);
  await page.getByRole("button", { name: "Add a client" }).click();
  await inDialog(page).getByLabel("Name").fill(name);
  await inDialog(page).getByLabel("Code").fill("harbor");
  await inDialog(page).getByRole("button", { name: "Add it" }).click();
  await expect(inDialog(page)).toContainText(/taken|exists|already/);
  await expectGoodPage(page);
  await inDialog(page).getByLabel("Code").fill(code);
  await inDialog(page).getByRole("button", { name: "Add it" }).click();
  await expect(inDialog(page)).toBeHidden();
  await expect(rowOf(page, name)).toContainText(code);

  await page.getByRole("link", { name: `API keys of ${name}` }).click();
  await expect(page.getByText("No keys yet")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Client" })).toHaveValue(name);
  await expectGoodPage(page);
  const key = await issue(page, `web shop of ${code}`, /^Planner/);
  await expect(rowOf(page, `web shop of ${code}`)).toContainText("Planner");
  const skus = await asked(holdfast, key, "/v1/skus");
  expect(await skus.json()).toEqual({ items: [] });
  const ours = await asked(holdfast, holdfast.key, "/v1/skus?limit=1");
  expect(((await ours.json()) as { items: unknown[] }).items).toHaveLength(1);
});
