import { Stack } from "@mantine/core";
import { Outlet, Route, Routes, useMatch } from "react-router";
import { ScanProvider } from "@/shared/scan/ScanProvider";
import { NotFound } from "@/shared/ui/FullPage";
import { useRefreshed } from "./commands";
import { HandOverPage } from "./handover/HandOverPage";
import { PackPage } from "./pack/PackPage";
import { PackQueue } from "./pack/PackQueue";
import { PickListsPage } from "./pick/PickListsPage";
import { PickPage } from "./pick/PickPage";
import { FloorProvider } from "./place/FloorProvider";
import { FloorTabs } from "./place/FloorTabs";
import { Troubles } from "./place/Troubles";
import css from "./warehouse.module.css";
import { WaveBoard } from "./waves/WaveBoard";

/** The floor of one location: from released orders to what the carrier takes. */
export default function Warehouse() {
  return (
    <FloorProvider>
      <Routes>
        <Route element={<Around />}>
          <Route index element={<WaveBoard />} />
          <Route path="pick" element={<PickListsPage />} />
          <Route path="pick/:id" element={<PickPage />} />
          <Route path="pack" element={<PackQueue />} />
          <Route path="pack/:id" element={<PackPage />} />
          <Route path="hand-over" element={<HandOverPage />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </FloorProvider>
  );
}

function Around() {
  useRefreshed();
  const walking = useMatch("/warehouse/pick/:id") !== null;
  return (
    <ScanProvider>
      <Stack gap="md" className={css.floor} data-walking={walking}>
        <FloorTabs />
        <Troubles />
        <Outlet />
      </Stack>
    </ScanProvider>
  );
}
