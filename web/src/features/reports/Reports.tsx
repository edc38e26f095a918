import { IconLayoutDashboard } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { Route, Routes, useLocation } from "react-router";
import { FullPageLoader, NotFound } from "@/shared/ui/FullPage";
import { SidePages } from "@/shared/ui/SidePages";
import { REPORTS } from "./ask/catalogue";
import { addressOf, filtersIn } from "./ask/filters";

const Dashboard = lazy(() => import("./dashboard/Dashboard"));
const ReportPage = lazy(() => import("./page/ReportPage"));

/** What happened, summed up: kept fresh from the same facts as everything else. */
export default function Reports() {
  // From report to report the choice stays: the days, the places, the goods.
  const chosen = filtersIn(new URLSearchParams(useLocation().search));
  const kept = addressOf({ ...chosen, by: undefined, payday: undefined });
  const search = kept.size > 0 ? `?${kept}` : "";
  const pages = [
    { path: "/reports", label: "Dashboard", icon: IconLayoutDashboard, search },
    ...REPORTS.map(({ name, label, icon }) => ({ path: `/reports/${name}`, label, icon, search })),
  ];
  return (
    <SidePages label="Reports" pages={pages}>
      <Suspense fallback={<FullPageLoader />}>
        <Routes>
          <Route index element={<Dashboard />} />
          <Route path=":name" element={<ReportPage />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </SidePages>
  );
}
