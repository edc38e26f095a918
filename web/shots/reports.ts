import { expect } from "@playwright/test";
import type { Picture } from "./stage";

const who = "admin" as const;

/** What those see who ask how it went. */
export const REPORTS: readonly Picture[] = [
  {
    name: "reports",
    path: "/reports",
    who,
    async before(page) {
      await expect(page.getByRole("region", { name: "Key figures" })).toBeVisible();
    },
  },
  { name: "reports-overview", path: "/reports/overview?metric=revenue", who },
  { name: "reports-hours", path: "/reports/hours", who },
  { name: "reports-locations", path: "/reports/locations", who },
  { name: "reports-stock", path: "/reports/stock", who },
  { name: "reports-warehouse", path: "/reports/warehouse", who },
  { name: "reports-payday", path: "/reports/payday", who },
];
