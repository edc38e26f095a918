import { expect, type Page } from "./test";

/** Waits until the program, the store's pages too, is kept on the device. */
export async function expectOnDevice(page: Page, part: "first" | "store"): Promise<void> {
  const script = part === "store" ? /\/Store-[^/]+\.js$/ : /\/Shop-[^/]+\.js$/;
  await expect
    .poll(() => keptPaths(page), { message: "the program is kept on the device", timeout: 20_000 })
    .toContainEqual(expect.stringMatching(script));
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
}

/** What the worker keeps, as paths. */
export function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const caches_ = await Promise.all(names.map((name) => caches.open(name)));
    const requests = await Promise.all(caches_.map((cache) => cache.keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  });
}

/** The notice over every page. */
export function awayNotice(page: Page) {
  return page.getByRole("status", { name: "The server" });
}

export async function expectAway(page: Page): Promise<void> {
  await expect(awayNotice(page)).toContainText("The server cannot be reached.", {
    timeout: 20_000,
  });
}

/** However long the server takes to be noticed again. */
export async function expectBack(page: Page): Promise<void> {
  await expect(awayNotice(page)).toBeEmpty({ timeout: 30_000 });
}
