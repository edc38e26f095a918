// The README's pictures, of those that ./holdfast demo shots DIR took:
// node scripts/readme-pictures.mjs DIR. Chromium makes WebP of them.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";

/** As the README shows them: its own name, and the picture it is made of. */
const CHOSEN = {
  "shop-product": "shop-product-phone-light",
  "shop-reserved": "shop-reserved-phone-light",
  "store-item-phone": "store-item-phone-dark",
  "store-item": "store-item-wide-light",
  operations: "operations-live-wide-dark",
};
const TO = resolve(import.meta.dirname, "../../docs/pictures");
const MOST_BYTES = 150_000;
const QUALITY = 0.85;

const from = process.argv[2];
if (!from) throw new Error("Name the folder that ./holdfast demo shots filled.");
mkdirSync(TO, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.HOLDFAST_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();

for (const [name, shot] of Object.entries(CHOSEN)) {
  const png = readFileSync(join(from, `${shot}.png`)).toString("base64");
  const webp = await page.evaluate(
    async ([source, quality]) => {
      const picture = new Image();
      picture.src = source;
      await picture.decode();
      const canvas = document.createElement("canvas");
      canvas.width = picture.naturalWidth;
      canvas.height = picture.naturalHeight;
      canvas.getContext("2d").drawImage(picture, 0, 0);
      return canvas.toDataURL("image/webp", quality);
    },
    [`data:image/png;base64,${png}`, QUALITY],
  );
  const bytes = Buffer.from(webp.split(",")[1], "base64");
  if (bytes.length > MOST_BYTES) throw new Error(`${name} has ${bytes.length} bytes, too many.`);
  writeFileSync(join(TO, `${name}.webp`), bytes);
  process.stdout.write(`${name}.webp  ${(bytes.length / 1000).toFixed(0)} kB\n`);
}
await browser.close();
