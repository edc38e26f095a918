import { useSyncExternalStore } from "react";
import type { Point } from "@/shared/stock";

export type Finding = "unasked" | "asking" | "known" | "refused" | "failed";

interface Whereabouts {
  finding: Finding;
  point?: Point;
}

/** A store is found by a rough position: quick, and easy on the battery. */
const ROUGHLY: PositionOptions = {
  enableHighAccuracy: false,
  timeout: 10_000,
  maximumAge: 10 * 60_000,
};

// In memory alone: where somebody is is gone with the page, and never leaves the device.
let whereabouts: Whereabouts = { finding: "unasked" };
const listeners = new Set<() => void>();

function become(next: Whereabouts): void {
  whereabouts = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function askForPosition(): void {
  if (!("geolocation" in navigator)) {
    become({ finding: "failed" });
    return;
  }
  become({ finding: "asking" });
  navigator.geolocation.getCurrentPosition(
    ({ coords }) =>
      become({
        finding: "known",
        point: { latitude: coords.latitude, longitude: coords.longitude },
      }),
    (failed) =>
      become({ finding: failed.code === failed.PERMISSION_DENIED ? "refused" : "failed" }),
    ROUGHLY,
  );
}

export function usePosition(): Whereabouts {
  return useSyncExternalStore(listen, () => whereabouts);
}
