import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { Holdfast } from "./holdfast";

interface OfWorker {
  holdfast: Holdfast;
}

interface OfTest {
  /** Fails the test at its end when the browser refused something or a script broke. */
  quiet: undefined;
}

/** What a browser says when the server is away on purpose. */
const EXPECTED =
  /Failed to load resource|ERR_CONNECTION|ERR_NETWORK|net::ERR|fetch dynamically imported module/;

export const test = base.extend<OfTest, OfWorker>({
  holdfast: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads what a fixture needs from it
    async ({}, use) => {
      const holdfast = await Holdfast.start();
      await use(holdfast);
      await holdfast.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  baseURL: async ({ holdfast }, use) => use(holdfast.url),
  quiet: [
    async ({ context }, use) => {
      const said: string[] = [];
      const hear = (text: string) => {
        if (!EXPECTED.test(text)) said.push(text);
      };
      context.on("console", (message) => {
        if (message.type() === "error") hear(message.text());
      });
      context.on("weberror", (failed) => hear(String(failed.error())));
      await use(undefined);
      expect(said, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect, type Page };

/** Signs the first admin in. */
export async function signIn(page: Page, holdfast: Holdfast, to = "/"): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByLabel("E-mail").fill("admin@localhost");
  await page.getByRole("textbox", { name: "Password" }).fill(holdfast.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Account of/ })).toBeVisible();
}

/** What fades in has another contrast underway, and a window begins to a frame after it is there. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const underway = () =>
      document
        .getAnimations()
        .filter((one) => one.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
    do {
      await Promise.allSettled(underway().map((one) => one.finished));
      await frame();
      await frame();
    } while (underway().some((one) => one.playState === "running"));
  });
}

/** Fails on whatever keeps a person from using the page. */
export async function expectAccessible(page: Page): Promise<void> {
  // There are no frames in it, so no second page is needed to gather what was found.
  await settled(page);
  const found = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  const serious = found.violations.filter(
    ({ impact }) => impact === "serious" || impact === "critical",
  );
  const told = serious.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join("\n  ")}`,
  );
  expect(told.join("\n")).toBe("");
}

/** Nothing may be wider than the window. */
export async function expectNoSideways(page: Page): Promise<void> {
  const [inner, outer] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(inner).toBeLessThanOrEqual(outer ?? 0);
}
