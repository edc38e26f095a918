import { lazy, Suspense } from "react";
import { Navigate, Route, Routes, useLocation } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { FullPageLoader, NotFound } from "@/shared/ui/FullPage";
import { PageBoundary } from "./PageBoundary";
import { Protected } from "./Protected";
import { Shell } from "./Shell";

// A phone in the shop loads none of the others, and does not wait for its session to load this.
const loadShop = () => import("@/features/shop/Shop");
if (/^\/(shop|$)/.test(window.location.pathname)) void loadShop();
const Shop = lazy(loadShop);
const Store = lazy(() => import("@/features/store/Store"));
const Orders = lazy(() => import("@/features/orders/Orders"));
const Warehouse = lazy(() => import("@/features/warehouse/Warehouse"));
const Reports = lazy(() => import("@/features/reports/Reports"));
const Operations = lazy(() => import("@/features/operations/Operations"));
const SignIn = lazy(() => import("./SignIn"));
const OwnAccount = lazy(() => import("./OwnAccount"));

export function Pages() {
  const place = useLocation().pathname.split("/")[1];
  return (
    <Shell>
      <PageBoundary key={place}>
        <Suspense fallback={<FullPageLoader />}>
          <Routes>
            <Route path="/" element={<Home />} />
            <Route
              path="/shop/*"
              element={
                <Protected permission="look-up">
                  <Shop />
                </Protected>
              }
            />
            <Route
              path="/store/*"
              element={
                <Protected permission="sell">
                  <Store />
                </Protected>
              }
            />
            <Route
              path="/orders/*"
              element={
                <Protected permission="read">
                  <Orders />
                </Protected>
              }
            />
            <Route
              path="/warehouse/*"
              element={
                <Protected permission="fulfil">
                  <Warehouse />
                </Protected>
              }
            />
            <Route
              path="/reports/*"
              element={
                <Protected permission="read">
                  <Reports />
                </Protected>
              }
            />
            <Route
              path="/operations/*"
              element={
                <Protected permission="read">
                  <Operations />
                </Protected>
              }
            />
            <Route path="/sign-in" element={<SignIn />} />
            <Route path="/account" element={<OwnAccount />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </PageBoundary>
    </Shell>
  );
}

/** Everybody starts where their day's work is. */
function Home() {
  const { session, may } = useAccess();
  if (session.account?.operator) return <Navigate to="/operations" replace />;
  if (session.signedIn && may("sell")) return <Navigate to="/store" replace />;
  return <Navigate to={may("look-up") ? "/shop" : "/sign-in"} replace />;
}
