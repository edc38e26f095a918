import { type Asking, FLOOR, pickStops, placeOrder, startWave } from "../browser/floor";

type Goods = [sku: string, quantity: number][];

const GOODS: readonly Goods[] = [
  [
    ["HB-00001", 2],
    ["HB-00187", 1],
    ["HB-00065", 1],
  ],
  [
    ["HB-00008", 1],
    ["HB-00009", 3],
  ],
  [
    ["HB-00189", 1],
    ["HB-00187", 2],
  ],
  [
    ["HB-00002", 2],
    ["HB-00001", 1],
  ],
];
/** How many stops somebody has walked on the list of the pictures. */
const WALKED = 2;

async function placeAll(ask: Asking, first: number): Promise<void> {
  for (const [at, goods] of GOODS.entries()) await placeOrder(ask, `H-${first + at}`, goods);
}

interface Shipments {
  items: { id: string; picked: boolean }[];
}

/** A morning on the floor in Reno: packed and picked orders, a walk that is under way, more to come. */
export async function floorAtWork(ask: Asking): Promise<void> {
  await placeAll(ask, 4101);
  for (const list of await startWave(ask)) await pickStops(ask, list, list.stops.length);
  const picking = await ask<Shipments>("GET", `/v1/shipments?location=${FLOOR}&state=picking`);
  for (const { id } of picking.items.slice(0, 2)) await ask("POST", `/v1/shipments/${id}/pack`, {});
  await placeAll(ask, 4201);
  const [walked] = await startWave(ask);
  if (walked) await pickStops(ask, walked, WALKED);
  await placeAll(ask, 4301);
}
