import { expectAway, expectOnDevice } from "./away";
import { expect, type Page, test } from "./test";
import { Versions } from "./versions";

function keptVersions(page: Page): Promise<string[]> {
  return page.evaluate(async () =>
    (await caches.keys()).map((name) => name.replace("holdfast-program-", "")),
  );
}

/** A worker that is still being installed keeps the next one from being looked for. */
function isTakenOver(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const worker = await navigator.serviceWorker.getRegistration();
    return !worker?.installing && !worker?.waiting && worker?.active?.state === "activated";
  });
}

async function expectKept(page: Page, versions: string[]): Promise<void> {
  await expect.poll(() => keptVersions(page), { timeout: 20_000 }).toEqual(versions);
  await expect.poll(() => isTakenOver(page), { timeout: 20_000 }).toBe(true);
}

/** The version of the page, not of what its script makes of it. */
async function expectVersion(page: Page, version: string): Promise<void> {
  await expect(page.locator('meta[name="description"]')).toHaveAttribute("content", version);
}

test("a newer program is taken over at the next visit, and is then what stays", async ({
  page,
  holdfast,
}) => {
  const program = new Versions(holdfast.url);
  await program.begin();
  try {
    await page.goto(`${program.url}/shop`);
    await expectVersion(page, "first");
    await expectOnDevice(page, "first");
    await expectKept(page, ["first"]);

    program.version = "second";
    await page.reload();
    await expectVersion(page, "second");
    await expectKept(page, ["first", "second"]);
    program.version = "third";
    await page.reload();
    await expectVersion(page, "third");
    // Who still has the version before open finds its parts; older ones are gone.
    await expectKept(page, ["second", "third"]);

    await program.halt();
    await page.reload();
    await expectVersion(page, "third");
    await expectAway(page);
    program.version = "fourth";
    await program.begin();
    await page.reload();
    await expectVersion(page, "fourth");
    await expectKept(page, ["third", "fourth"]);
  } finally {
    await program.halt();
  }
});

test("a page of another version is not kept beside this one's files", async ({
  page,
  holdfast,
}) => {
  const program = new Versions(holdfast.url);
  await program.begin();
  try {
    await page.goto(`${program.url}/shop`);
    await expectOnDevice(page, "first");
    // As while servers are updated one by one: the worker is new, the page that it gets is not.
    program.version = "second";
    program.pageOfOtherFiles = true;
    await page.reload();
    await expectVersion(page, "second");
    await expect.poll(() => program.pagesForWorkers).toBeGreaterThan(1);
    await program.halt();
    await page.reload();
    await expectVersion(page, "first");
    await expectAway(page);
  } finally {
    await program.halt();
  }
});
