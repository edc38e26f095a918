import { lazy, type ReactNode, Suspense } from "react";
import { Navigate, Route, Routes } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { FullPageLoader, NotFound } from "@/shared/ui/FullPage";
import { CompactNavigation, SideNavigation } from "./Navigation";
import css from "./operations.module.css";
import { addressOf, placesFor } from "./places";

const LivePage = lazy(() => import("./live/LivePage"));
const ShortfallsPage = lazy(() => import("./shortfalls/ShortfallsPage"));
const WebhooksPage = lazy(() => import("./webhooks/WebhooksPage"));
const ParkedPage = lazy(() => import("./webhooks/ParkedPage"));
const KeysPage = lazy(() => import("./keys/KeysPage"));
const PeoplePage = lazy(() => import("./people/PeoplePage"));
const ClientsPage = lazy(() => import("./clients/ClientsPage"));
const FilesPage = lazy(() => import("./files/FilesPage"));

const PAGES: Record<string, ReactNode> = {
  "": <LivePage />,
  shortfalls: <ShortfallsPage />,
  webhooks: <WebhooksPage />,
  keys: <KeysPage />,
  people: <PeoplePage />,
  clients: <ClientsPage />,
  import: <FilesPage />,
};

/** How the installation and the company's stock fare, and what is set up around them. */
export default function Operations() {
  const { session, may } = useAccess();
  const places = placesFor({ may, operator: session.account?.operator ?? false });
  const first = places[0];
  return (
    <div className={css.frame}>
      <SideNavigation places={places} />
      <CompactNavigation places={places} />
      <section aria-label="Page">
        <Suspense fallback={<FullPageLoader />}>
          <Routes>
            {places.map((place) => (
              <Route key={place.path} path={place.path} element={PAGES[place.path]} />
            ))}
            {places.some((place) => place.path === "webhooks") && (
              <Route path="webhooks/parked" element={<ParkedPage />} />
            )}
            {first && first.path !== "" && (
              <Route index element={<Navigate to={addressOf(first)} replace />} />
            )}
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </section>
    </div>
  );
}
