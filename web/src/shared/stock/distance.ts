import type { Point } from "./types";

/** The mean radius of the earth (IUGG). */
const EARTH_KM = 6371.0088;

/** Along the great circle (haversine): within 0.5 % of the truth, whatever the distance. */
export function distanceKm(from: Point, to: Point): number {
  const rad = Math.PI / 180;
  const north = Math.sin(((to.latitude - from.latitude) * rad) / 2);
  const east = Math.sin(((to.longitude - from.longitude) * rad) / 2);
  const cosines = Math.cos(from.latitude * rad) * Math.cos(to.latitude * rad);
  const half = north * north + cosines * east * east;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** As people say it: 850 m, 4.2 km, 312 km. */
export function distanceText(km: number): string {
  if (km < 0.95) return `${Math.max(50, Math.round(km * 20) * 50)} m`;
  if (km < 9.95) return `${km.toFixed(1)} km`;
  return `${Math.round(km).toLocaleString("en")} km`;
}
