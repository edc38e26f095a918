/** The end of a reservation's id, in two groups: what a person can say over a counter. */
export function pickUpNumber(id: string): string {
  const end = id.slice(-6).toUpperCase();
  return `${end.slice(0, 3)} ${end.slice(3)}`;
}
