import {
  choose,
  expectGoodPage,
  inDialog,
  openOperations,
  pagesOffered,
  takeSecret,
  unique,
} from "./operations";
import { expect, type Page, test } from "./test";

const NOT_THEIRS = ["/v1/accounts", "/v1/keys", "/v1/webhooks", "/v1/shortfalls", "/v1/operations"];

async function signInAs(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/sign-in?to=/operations");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** What the server answers to the session of a page. */
function statuses(page: Page, paths: string[]): Promise<number[]> {
  return page.evaluate(
    (asked) =>
      Promise.all(
        asked.map(async (path) => {
          const answer = await fetch(path, { headers: { "Holdfast-Client": "web" } });
          await answer.arrayBuffer();
          return answer.status;
        }),
      ),
    paths,
  );
}

function rowOf(page: Page, name: string) {
  return page.getByRole("row").filter({ hasText: name });
}

async function change(page: Page, name: string, what: string): Promise<void> {
  await page.getByRole("button", { name: `Change ${name}` }).click();
  await page.getByRole("menuitem", { name: what }).click();
}

async function add(page: Page, name: string, role: RegExp): Promise<string> {
  await page.getByRole("button", { name: "Add a person" }).click();
  await inDialog(page).getByLabel("Name").fill(name);
  await inDialog(page).getByLabel("E-mail").fill(emailOf(name));
  await choose(page, "Role", role);
  await expectGoodPage(page);
  await inDialog(page).getByRole("button", { name: "Add them" }).click();
  return takeSecret(page);
}

function emailOf(name: string): string {
  return `${name.replace(" ", ".").toLowerCase()}@harbor.example`;
}

test("a reader sees the files to take out, and nothing else of Operations", async ({
  page,
  browser,
  holdfast,
}) => {
  const name = `Dora ${unique()}`;
  await openOperations(page, holdfast, "people");
  await expectGoodPage(page);
  const password = await add(page, name, /^Reader/);
  await expect(rowOf(page, name)).toContainText("Reader");
  const theirs = await (await browser.newContext()).newPage();
  await signInAs(theirs, emailOf(name), password);
  await expect(theirs).toHaveURL(/\/operations\/import$/);
  await expect(theirs.getByRole("heading", { name: "Files", level: 1 })).toBeVisible();
  expect(await pagesOffered(theirs)).toEqual(["Files"]);
  await expect(theirs.getByRole("link", { name: "Download SKUs" })).toBeVisible();
  await expect(theirs.getByRole("link", { name: "Download Stock" })).toHaveCount(0);
  await expect(theirs.getByRole("heading", { name: "Bring in a file" })).toHaveCount(0);
  await expectGoodPage(theirs);
  for (const place of ["people", "webhooks", "webhooks/parked", "keys", "shortfalls"]) {
    await theirs.goto(`/operations/${place}`);
    await expect(theirs.getByRole("heading", { name: "Nothing here" })).toBeVisible();
  }
  await expectGoodPage(theirs);
  expect(await statuses(theirs, NOT_THEIRS)).toEqual([403, 403, 403, 403, 403]);
  expect(await statuses(theirs, ["/v1/skus?limit=1"])).toEqual([200]);
  await theirs.goto("/store");
  await expect(theirs.getByText("Not for your role")).toBeVisible();
  await theirs.context().close();
});

test("a partner looks after webhooks; another role is felt at once", async ({
  page,
  browser,
  holdfast,
}) => {
  const name = `Pat ${unique()}`;
  await openOperations(page, holdfast, "people");
  const password = await add(page, name, /^Partner/);
  const theirs = await (await browser.newContext()).newPage();
  await signInAs(theirs, emailOf(name), password);
  await expect(theirs.getByRole("heading", { name: "Files", level: 1 })).toBeVisible();
  expect(await pagesOffered(theirs)).toEqual(["Files", "Webhooks"]);
  await theirs.goto("/operations/webhooks");
  await expect(theirs.getByRole("button", { name: "Add a webhook" }).first()).toBeVisible();
  await expectGoodPage(theirs);

  await change(page, name, "Name and role");
  await expect(inDialog(page).getByRole("combobox", { name: "Role" })).toHaveValue("Partner");
  await choose(page, "Role", /^Planner/);
  await inDialog(page).getByRole("button", { name: "Save" }).click();
  await expect(rowOf(page, name)).toContainText("Planner");
  await theirs.goto("/operations/import");
  await expect(theirs.getByRole("heading", { name: "Bring in a file" })).toBeVisible();
  expect(await pagesOffered(theirs)).toEqual(["Shortfalls", "Files"]);
  await theirs.context().close();
});

test("who is shut out is out at once, until they are let in again", async ({
  page,
  browser,
  holdfast,
}) => {
  const name = `Ben ${unique()}`;
  const chosen = `kelp sways in the ${unique()}`;
  await openOperations(page, holdfast, "people");
  const made = await add(page, name, /^Clerk/);
  await change(page, name, "Set a password");
  await inDialog(page).getByRole("textbox", { name: "New password" }).fill(chosen);
  await expectGoodPage(page);
  await inDialog(page).getByRole("button", { name: "Set it" }).click();
  await expect(inDialog(page)).toBeHidden();
  const theirs = await (await browser.newContext()).newPage();
  await signInAs(theirs, emailOf(name), made);
  await expect(theirs.getByRole("alert")).toBeVisible();
  await signInAs(theirs, emailOf(name), chosen);
  await expect(theirs.getByRole("heading", { name: "Shortfalls", level: 1 })).toBeVisible();

  await change(page, name, "Shut out");
  await expectGoodPage(page);
  await inDialog(page).getByRole("button", { name: "Shut them out" }).click();
  await expect(rowOf(page, name)).toContainText("Shut out");
  expect(await statuses(theirs, ["/v1/shortfalls"])).toEqual([401]);
  await theirs.reload();
  await expect(theirs).toHaveURL(/\/sign-in/);
  await signInAs(theirs, emailOf(name), chosen);
  await expect(theirs.getByRole("alert")).toBeVisible();

  await change(page, name, "Let in again");
  await expect(rowOf(page, name)).toContainText("May sign in");
  await signInAs(theirs, emailOf(name), chosen);
  await expect(theirs.getByRole("heading", { name: "Shortfalls", level: 1 })).toBeVisible();
  await theirs.context().close();
});
