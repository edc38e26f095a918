import { OPERATIONS } from "./operations";
import { ORDERS } from "./orders";
import { REPORTS } from "./reports";
import { SHOP } from "./shop";
import { SIZES, take, test } from "./stage";
import { STORE } from "./store";
import { WAREHOUSE } from "./warehouse";

// Operations last: by then its charts have some minutes to show.
for (const picture of [...SHOP, ...STORE, ...ORDERS, ...WAREHOUSE, ...REPORTS, ...OPERATIONS]) {
  for (const [size, device] of Object.entries(SIZES)) {
    test(`${picture.name}, ${size}`, async ({ browser, holdfast, stage }) => {
      const context = await browser.newContext({
        ...device,
        baseURL: holdfast.url,
        locale: "en-US",
        colorScheme: "light",
        storageState: stage.devices[picture.who],
      });
      await take(await context.newPage(), picture, stage, size);
      await context.close();
    });
  }
}
