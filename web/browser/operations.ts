import type { Holdfast } from "./holdfast";
import { expect, expectAccessible, expectNoSideways, type Page, signIn } from "./test";

/** Signs the first admin, an operator, in and opens a page of Operations. */
export async function openOperations(page: Page, holdfast: Holdfast, path = ""): Promise<void> {
  await signIn(page, holdfast, `/operations${path === "" ? "" : `/${path}`}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Nothing keeps anybody from using the page as it is now: by light on phones, else by dark. */
export async function expectGoodPage(page: Page): Promise<void> {
  const colorScheme = (page.viewportSize()?.width ?? 0) < 600 ? "light" : "dark";
  await page.emulateMedia({ colorScheme });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
  await expectNoSideways(page);
  await expectAccessible(page);
}

export function inDialog(page: Page) {
  return page.getByRole("dialog");
}

/** Reads what is shown once, and closes it. */
export async function takeSecret(page: Page): Promise<string> {
  await expect(page.getByText("It is shown this once.")).toBeVisible();
  await expectGoodPage(page);
  const secret = await page.getByLabel("Secret", { exact: true }).innerText();
  expect(secret.length).toBeGreaterThan(11);
  await page.getByRole("button", { name: "I have kept it" }).click();
  await expect(inDialog(page)).toBeHidden();
  await expect(page.getByText(secret)).toHaveCount(0);
  return secret;
}

/** Chooses an entry of a list that opens below its field. */
export async function choose(page: Page, field: string, entry: RegExp | string): Promise<void> {
  await inDialog(page).getByRole("combobox", { name: field }).click();
  await page.getByRole("option", { name: entry }).click();
}

/** The pages of Operations that somebody sees, on whatever screen. */
export async function pagesOffered(page: Page): Promise<string[]> {
  const shown = page.getByRole("navigation", { name: "Operations" });
  await expect(shown).toBeVisible();
  const button = shown.getByRole("button");
  if (await button.isVisible()) {
    await button.click();
    const entries = page.getByRole("menuitem");
    await expect(entries.first()).toBeVisible();
    const names = await entries.allInnerTexts();
    await page.keyboard.press("Escape");
    await expect(entries).toHaveCount(0);
    return names;
  }
  return shown.getByRole("link").allInnerTexts();
}

/** A word that nothing else in the company has. */
export function unique(): string {
  return crypto.randomUUID().slice(0, 8);
}
