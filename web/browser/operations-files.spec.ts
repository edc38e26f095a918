import { readFileSync, writeFileSync } from "node:fs";
import type { TestInfo } from "@playwright/test";
import { expectGoodPage, openOperations } from "./operations";
import { inLedger, makeProduct, type Product, STORES } from "./shop";
import { expect, type Page, test } from "./test";

const { SEATTLE, PORTLAND } = STORES;
const IMPORTS = "**/v1/imports/**";

/** A file on the disk, as a spreadsheet would save it. */
function csv(info: TestInfo, name: string, rows: string[]): string {
  const path = info.outputPath(name);
  writeFileSync(path, `${rows.join("\r\n")}\r\n`);
  return path;
}

/** Two good rows and three bad ones. */
function stocktake(info: TestInfo, { sku }: Product): string {
  return csv(info, "stocktake.csv", [
    "SKU,Location,Quantity",
    `${sku},${SEATTLE},120`,
    `NO-SUCH-SKU,${SEATTLE},1`,
    `${sku},NOWHERE-01,5`,
    `${sku},${PORTLAND},30`,
    `${sku},BOI-01,-4`,
  ]);
}

/** Drags a file of the disk over a place of the page and lets it go: the browser's own events. */
async function drag(page: Page, path: string, { x, y }: { x: number; y: number }) {
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  async function move(type: "dragEnter" | "dragOver" | "drop" | "dragCancel"): Promise<void> {
    await browser.send("Input.dispatchDragEvent", { type, x, y, data });
  }
  await move("dragEnter");
  await move("dragOver");
  return {
    drop: () => move("drop"),
    away: () => move("dragCancel"),
  };
}

async function dropZone(page: Page) {
  const zone = page.locator("label").filter({ has: page.locator("input[type=file]") });
  await zone.scrollIntoViewIfNeeded();
  const box = await zone.boundingBox();
  if (!box) throw new Error("The zone is not there.");
  return { zone, middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
}

test("a dropped file is sent, its bad rows are told, and the good ones taken", async ({
  page,
  holdfast,
}, info) => {
  const product = await makeProduct(holdfast, "Imported shelf", { [SEATTLE]: 2 });
  const path = stocktake(info, product);
  await openOperations(page, holdfast, "import");
  await expectGoodPage(page);
  const { zone, middle } = await dropZone(page);
  const dragged = await drag(page, path, middle);
  await expect(zone).toHaveAttribute("data-over", "true");
  await dragged.drop();
  await expect(zone).toContainText("stocktake.csv");
  await expect(zone).toHaveAttribute("data-over", "false");
  await expect(page.getByRole("radio", { name: "Stock" })).toBeChecked();
  await expectGoodPage(page);

  let arrive = () => {};
  const held = new Promise<void>((done) => {
    arrive = done;
  });
  await page.route(IMPORTS, async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "Import stocktake.csv" }).click();
  await expect(
    page.getByRole("heading", { name: /^(Sending stocktake.csv|The server is checking)/ }),
  ).toBeVisible();
  await expect(page.getByRole("progressbar", { name: "Sent" })).toBeAttached();
  await expectGoodPage(page);
  arrive();
  await expect(page.getByText("3 rows are bad")).toBeVisible();
  await page.unroute(IMPORTS);
  const rejects = page.getByRole("table", { name: "Bad rows of stocktake.csv" });
  await expect(rejects.getByRole("rowheader")).toHaveText(["Line 3", "Line 4", "Line 6"]);
  await expect(rejects.getByRole("row").filter({ hasText: "Line 3" })).toContainText("NO-SUCH-SKU");
  await expectGoodPage(page);
  expect(await inLedger(holdfast, product, SEATTLE)).toEqual({ onHand: 2, reserved: 0 });

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download them" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("stocktake.csv.rejects.csv");
  const lines = readFileSync(await download.path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe("line,column,value,reason");
  expect(lines[3]).toMatch(/^6,quantity,-4,/);

  await page.getByRole("button", { name: "Import without them" }).click();
  await expect(page.getByText("2 of 5 rows of stocktake.csv are in")).toBeVisible();
  await expectGoodPage(page);
  expect(await inLedger(holdfast, product, SEATTLE)).toEqual({ onHand: 120, reserved: 0 });
  expect(await inLedger(holdfast, product, PORTLAND)).toEqual({ onHand: 30, reserved: 0 });
});

test("a file that misses the zone does not replace the page", async ({ page, holdfast }, info) => {
  const path = csv(info, "missed.csv", ["sku,location,quantity"]);
  await openOperations(page, holdfast, "import");
  // This browser opens no file without a window; what it was told decides in those that people use.
  await page.evaluate(() => {
    for (const type of ["dragover", "drop"]) {
      window.addEventListener(type, (event) => {
        document.documentElement.setAttribute(`data-${type}`, String(event.defaultPrevented));
      });
    }
  });
  const missed = await drag(page, path, { x: 20, y: 20 });
  await missed.drop();
  await expect(page.locator("html")).toHaveAttribute("data-dragover", "true");
  await expect(page.locator("html")).toHaveAttribute("data-drop", "true");
  await expect(page.getByText("Drop a CSV file here, or choose one")).toBeVisible();
  await expect(page).toHaveURL(/\/operations\/import$/);
  expect(page.context().pages()).toHaveLength(1);
});

test("what is in a file is seen in its first line", async ({ page, holdfast }, info) => {
  const { sku, name } = await makeProduct(holdfast, "Renamed shelf", {});
  const path = csv(info, "catalogue.csv", [
    "code,name,unit,scale,category",
    `${sku},${name} renamed,each,0,household`,
  ]);
  await openOperations(page, holdfast, "import");
  await page.locator("input[type=file]").setInputFiles(path);
  await expect(page.getByRole("radio", { name: "SKUs" })).toBeChecked();
  await page.getByText("Locations", { exact: true }).first().click();
  await expect(page.getByText("does not name the columns of Locations")).toBeVisible();
  await page.getByText("SKUs", { exact: true }).first().click();
  await page.getByRole("button", { name: "Import catalogue.csv" }).click();
  await expect(page.getByText("1 of 1 rows of catalogue.csv are in")).toBeVisible();
  const stored = await holdfast.ask<{ name: string }>("GET", `/v1/skus/${sku}`);
  expect(stored.name).toBe(`${name} renamed`);
});

test("an answer that is lost is asked for again, and the file is applied once", async ({
  page,
  holdfast,
}, info) => {
  const product = await makeProduct(holdfast, "Doubtful shelf", {});
  const path = csv(info, "once.csv", ["sku,location,quantity", `${product.sku},${SEATTLE},9`]);
  await openOperations(page, holdfast, "import");
  await page.locator("input[type=file]").setInputFiles(path);
  const keys: (string | undefined)[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/v1/imports/")) keys.push(request.headers()["idempotency-key"]);
  });
  await page.route(IMPORTS, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "Import once.csv" }).click();
  await expect(page.getByText("It is not known to have been imported")).toBeVisible();
  await expectGoodPage(page);
  await page.unroute(IMPORTS);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("1 of 1 rows of once.csv are in")).toBeVisible();
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBeTruthy();
  expect(keys[1]).toBe(keys[0]);
  const position = `/v1/positions/${product.sku}/${SEATTLE}`;
  expect(await holdfast.ask("GET", position)).toMatchObject({ onHand: 9, version: 1 });
});

test("lists are taken out as files", async ({ page, holdfast }) => {
  const product = await makeProduct(holdfast, "Exported shelf", { [SEATTLE]: 17 });
  await openOperations(page, holdfast, "import");
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download Stock" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("stock.csv");
  const rows = readFileSync(await download.path(), "utf8").split(/\r?\n/);
  expect(rows[0]).toContain("sku,location,quantity");
  expect(rows.filter((row) => row.startsWith(`${product.sku},`))).toEqual([
    expect.stringMatching(new RegExp(`^${product.sku},${SEATTLE},17(,|$)`)),
  ]);
});
