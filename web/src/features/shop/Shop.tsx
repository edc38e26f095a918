import { Route, Routes } from "react-router";
import { NotFound } from "@/shared/ui/FullPage";
import { BasketPage } from "./basket/BasketPage";
import { ProductPage } from "./product/ProductPage";
import { ReservationsPage } from "./reservations/ReservationsPage";
import { SearchPage } from "./search/SearchPage";
import { StoresPage } from "./stores/StoresPage";
import { ShopNavigation } from "./ui/ShopNavigation";
import css from "./ui/shop.module.css";
import { WatchKeeper } from "./watch/WatchKeeper";
import { WatchPage } from "./watch/WatchPage";

/** What a shopper does: find, see where it is, reserve, pick up. */
export default function Shop() {
  return (
    <div className={css.shop}>
      <ShopNavigation />
      <WatchKeeper />
      <Routes>
        <Route index element={<SearchPage />} />
        <Route path="p/:sku" element={<ProductPage />} />
        <Route path="stores" element={<StoresPage />} />
        <Route path="basket" element={<BasketPage />} />
        <Route path="reservations" element={<ReservationsPage />} />
        <Route path="watch" element={<WatchPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </div>
  );
}
