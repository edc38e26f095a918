import { Route, Routes } from "react-router";
import { NotFound } from "@/shared/ui/FullPage";
import { CountPage } from "./counts/CountPage";
import { ExpiringPage } from "./expiry/ExpiringPage";
import { Pickups } from "./handover/Pickups";
import { Transfers } from "./handover/Transfers";
import { HistoryPage } from "./item/HistoryPage";
import { ItemPage } from "./item/ItemPage";
import { SearchPage } from "./item/SearchPage";
import { StoreProvider } from "./place/StoreProvider";
import { Ready } from "./Ready";
import { StoreLayout } from "./StoreLayout";

/** The till and the tablet of one store. */
export default function Store() {
  return (
    <StoreProvider>
      <Routes>
        <Route element={<StoreLayout />}>
          <Route index element={<Ready />} />
          <Route path="search" element={<SearchPage />} />
          <Route path="item/:sku" element={<ItemPage />} />
          <Route path="item/:sku/history" element={<HistoryPage />} />
          <Route path="expiring" element={<ExpiringPage />} />
          <Route path="counts" element={<CountPage />} />
          <Route path="pick-ups" element={<Pickups />} />
          <Route path="transfers" element={<Transfers />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </StoreProvider>
  );
}
