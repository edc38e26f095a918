import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const CHROMIUMS = [
  process.env.HOLDFAST_CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The system's own browser: none is downloaded. */
export const chromium = CHROMIUMS.find((path) => path !== "" && existsSync(path));
if (!chromium) {
  throw new Error(
    "Chromium is missing. Install it: sudo apt-get install chromium, or set HOLDFAST_CHROMIUM to a browser's path.",
  );
}

/** What ./holdfast test runs: each flow in the size that its people use, sign-in in both. */
const SHORT = process.env.HOLDFAST_BROWSER_TESTS === "short";
const ON_A_PHONE = [
  "shop*.spec.ts",
  "away.spec.ts",
  "count-away.spec.ts",
  "warehouse.spec.ts",
  "sign-in.spec.ts",
];
const ON_A_SCREEN = [
  "operations*.spec.ts",
  "orders.spec.ts",
  "reports.spec.ts",
  "store.spec.ts",
  "update.spec.ts",
  "sign-in.spec.ts",
];

export default defineConfig({
  testDir: "browser",
  outputDir: "target/browser/failed",
  // One server, two cores: tests that share them take turns.
  workers: 1,
  timeout: 60_000,
  // On a machine shared with strangers; what passes only then is listed as flaky.
  retries: SHORT || process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"], ["junit", { outputFile: "target/surefire-reports/TEST-web-browser.xml" }]],
  use: {
    launchOptions: {
      executablePath: chromium,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    },
    locale: "en-US",
    screenshot: "only-on-failure",
    trace: SHORT ? "on-first-retry" : "retain-on-failure",
  },
  projects: [
    {
      name: "phone",
      use: { viewport: { width: 360, height: 780 }, hasTouch: true },
      ...(SHORT ? { testMatch: ON_A_PHONE } : {}),
    },
    {
      name: "wide",
      use: { viewport: { width: 1440, height: 900 } },
      ...(SHORT ? { testMatch: ON_A_SCREEN } : {}),
    },
  ],
});
