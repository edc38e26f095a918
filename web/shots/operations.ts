import { expect, type Page } from "@playwright/test";
import type { Picture } from "./stage";

const who = "admin" as const;
/** Enough samples, one every 5 s, for a line that tells something. */
const LEAST_MINUTES = 3;

const BAD_STOCK = `sku,location,quantity,safety_stock
HB-00187,SEA-01,236,12
HB-00189,SEA-01,-4,
HB-99999,SEA-01,18,
HB-00504,SEATTLE,154,20
HB-00065,SEA-01,12.5,
HB-01023,SEA-01,307,30
HB-01375,SEA-01,many,
`;

async function bringIn(page: Page): Promise<void> {
  const file = { name: "stock-seattle.csv", mimeType: "text/csv", buffer: Buffer.from(BAD_STOCK) };
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole("button", { name: "Import stock-seattle.csv" }).click();
  await expect(page.getByText("Bad rows")).toBeVisible();
}

/** What those see who keep it running. */
export const OPERATIONS: readonly Picture[] = [
  { name: "operations-shortfalls", path: "/operations/shortfalls", who },
  {
    name: "operations-shortfalls-claims",
    path: "/operations/shortfalls",
    who,
    async before(page) {
      await page.getByRole("button", { name: "Who waits for it" }).first().click();
      await expect(
        page.getByRole("button", { name: /^Release reservation/ }).first(),
      ).toBeVisible();
    },
  },
  { name: "operations-import", path: "/operations/import", who },
  { name: "operations-import-rejects", path: "/operations/import", who, before: bringIn },
  { name: "operations-webhooks", path: "/operations/webhooks", who },
  { name: "operations-people", path: "/operations/people", who },
  {
    name: "operations-people-add",
    path: "/operations/people",
    who,
    async before(page) {
      await page.getByRole("button", { name: "Add a person" }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
    },
  },
  { name: "operations-keys", path: "/operations/keys", who },
  { name: "operations-clients", path: "/operations/clients", who },
  { name: "account", path: "/account", who },
  {
    name: "operations-live",
    path: "/operations",
    who,
    async before(page, { trade }) {
      await trade.lasts(LEAST_MINUTES);
      await expect(page.getByText("Live", { exact: true }).last()).toBeVisible();
    },
  },
  {
    name: "operations-live-table",
    path: "/operations",
    who,
    async before(page) {
      await page.getByText("Table", { exact: true }).click();
      await expect(page.getByRole("table").first()).toBeVisible();
    },
  },
];
