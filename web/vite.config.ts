import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { neededStyles } from "./scripts/styles.ts";

// `npm run dev` talks to the server of ./holdfast up.
const SERVER = process.env.HOLDFAST_URL ?? "http://127.0.0.1:8448";

export default defineConfig({
  plugins: [neededStyles(), react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    outDir: "target/app",
    assetsDir: "assets",
    sourcemap: false,
    // For scripts/pack.mjs: which file loads which.
    manifest: true,
    // The page's own style tags carry the server's nonce; data: addresses would need another rule.
    assetsInlineLimit: 0,
    // Preloads are made by a script of their own otherwise, which the policy would have to allow.
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/v1": SERVER, "/_health": SERVER } },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}", "scripts/*.test.ts"],
    reporters: ["default", ["junit", { outputFile: "target/surefire-reports/TEST-web-unit.xml" }]],
  },
});
