import type { Reservation } from "./useHandovers";

/** Codes that people read out have six characters; fewer would find too much. */
const MIN_CODE_LENGTH = 4;

/** Whether a reservation has this identifier, the end of it, or this item. */
export function matches(reservation: Reservation, text: string): boolean {
  const asked = text.trim().toLowerCase();
  if (asked.length >= MIN_CODE_LENGTH && reservation.id.endsWith(asked)) return true;
  return reservation.lines.some((line) => line.sku.toLowerCase() === asked);
}
