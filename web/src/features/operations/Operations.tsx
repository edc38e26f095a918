import { lazy, type ReactNode, Suspense } from "react";
import { Navigate, Route, Routes } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { FullPageLoader, NotFound } from "@/shared/ui/FullPage";
import { SidePages } from "@/shared/ui/SidePages";
import { addressOf, placesFor } from "./places";

const LabPage = lazy(() => import("./lab/LabPage"));
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
  lab: <LabPage />,
};

/** How the installation and the company's stock fare, and what is set up around them. */
export default function Operations() {
  const { session, may } = useAccess();
  const places = placesFor({ may, operator: session.account?.operator ?? false });
  const first = places[0];
  const pages = places.map((place) => ({ ...place, path: addressOf(place) }));
  return (
    <SidePages label="Operations" pages={pages}>
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
    </SidePages>
  );
}
