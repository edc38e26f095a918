import type { Reservation } from "./useHandovers";

/** Codes that people read out have six characters; fewer would find too much. */
const MIN_CODE_LENGTH = 4;

/** What customers show: the last six characters of an identifier, in any groups. */
export function isPickupNumber(text: string): boolean {
  return /^ *([0-9a-f] *){6}$/i.test(text);
}

/** Whether a reservation has this identifier, the end of it, or this item. */
export function matches(reservation: Reservation, text: string): boolean {
  const asked = text.trim().toLowerCase();
  const code = asked.replaceAll(" ", "");
  if (code.length >= MIN_CODE_LENGTH && reservation.id.endsWith(code)) return true;
  return reservation.lines.some((line) => line.sku.toLowerCase() === asked);
}
