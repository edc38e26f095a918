import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { FullPageLoader, NotFound } from "@/shared/ui/FullPage";
import css from "./orders.module.css";

const OrdersPage = lazy(() => import("./list/OrdersPage"));
const NewOrderPage = lazy(() => import("./new/NewOrderPage"));
const OrderPage = lazy(() => import("./detail/OrderPage"));

/** What is promised to whom, and how far it is. */
export default function Orders() {
  const { may } = useAccess();
  return (
    <div className={css.frame}>
      <Suspense fallback={<FullPageLoader />}>
        <Routes>
          <Route index element={<OrdersPage />} />
          {may("place-orders") && <Route path="new" element={<NewOrderPage />} />}
          <Route path=":id" element={<OrderPage />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </Suspense>
    </div>
  );
}
