import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

/** Headless systems know no system-ui; what they take instead is wider than any device's own. */
const FONTS = fileURLToPath(new URL("shots/fonts.conf", import.meta.url));

/** Pictures of each page, in both sizes and both themes: ./holdfast demo shots DIR. */
export default defineConfig({
  ...tests,
  testDir: "shots",
  testMatch: "*.shots.ts",
  outputDir: "target/shots-failed",
  // The last ones wait until the charts have something to show.
  timeout: 300_000,
  retries: 0,
  // What keeps the server from starting keeps every picture from being taken.
  maxFailures: 3,
  reporter: [["./shots/progress.ts"]],
  // A picture that fails is missing; nobody needs a recording of it.
  use: {
    ...tests.use,
    screenshot: "off",
    trace: "off",
    launchOptions: {
      ...tests.use?.launchOptions,
      env: { ...process.env, FONTCONFIG_FILE: FONTS },
    },
  },
  projects: [{ name: "pictures" }],
});
