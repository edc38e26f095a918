/** Whether this is a barcode of 8, 12, 13 or 14 digits with its right check digit (GS1). */
export function isGtin(text: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return false;
  let sum = 0;
  for (let i = 0; i < text.length - 1; i++) {
    const weight = (text.length - 1 - i) % 2 === 1 ? 3 : 1;
    sum += Number(text[i]) * weight;
  }
  return (10 - (sum % 10)) % 10 === Number(text.at(-1));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether this is how reservations and transfers are named. */
export function isIdentifier(text: string): boolean {
  return UUID.test(text);
}
