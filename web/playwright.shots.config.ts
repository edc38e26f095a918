import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

/** Pictures of each page, in both sizes and both themes: ./holdfast demo shots DIR. */
export default defineConfig(tests, {
  testDir: "shots",
  testMatch: "*.shots.ts",
  reporter: [["list"]],
  projects: ["phone", "wide"].flatMap((size) =>
    (["light", "dark"] as const).map((colorScheme) => ({
      name: `${size}-${colorScheme}`,
      use: {
        viewport: size === "phone" ? { width: 360, height: 780 } : { width: 1440, height: 900 },
        deviceScaleFactor: size === "phone" ? 2 : 1,
        colorScheme,
      },
    })),
  ),
});
