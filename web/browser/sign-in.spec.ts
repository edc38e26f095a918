import { expect, expectAccessible, expectNoSideways, signIn, test } from "./test";

test("a wrong password is refused in words, a right one leads on", async ({ page, holdfast }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("admin@localhost");
  await page.getByRole("textbox", { name: "Password" }).fill("certainly not this one");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await expectNoSideways(page);

  await signIn(page, holdfast, "/account");
  await expect(page.getByText("admin@localhost")).toBeVisible();
  await expectAccessible(page);
});

test("who signs out sees nothing of the store any more", async ({ page, holdfast }) => {
  await signIn(page, holdfast, "/store");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();

  await page.goto("/store");
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fstore/);
});

test("a link cannot send anybody elsewhere after the sign-in", async ({ page, holdfast }) => {
  await signIn(page, holdfast, "https://example.org/");
  expect(new URL(page.url()).origin).toBe(holdfast.url);
});
