import type { Holdfast } from "../browser/holdfast";
import { type Asker, issued } from "./ask";
import { floorAtWork } from "./floor";
import type { Receiver } from "./receiver";

const SEATTLE = "SEA-01";
/** The products of the pictures, all of them of the demo company. */
export const SKUS = {
  headphones: "HB-00008",
  oliveOil: "HB-00065",
  coffee: "HB-00187",
  decaf: "HB-01023",
  coffeeMaker: "HB-00189",
  bananas: "HB-00443",
  oats: "HB-00009",
  cheese: "HB-00280",
  milk: "HB-01416",
  soldOut: "HB-00006",
};

/** Whom the pictures of the store are taken with. */
export const CLERK = { email: "tom.okafor@harbor.example", password: "for-the-pictures-only" };

const PEOPLE = [
  ["Maya Lindqvist", "maya.lindqvist", "planner"],
  ["Tom Okafor", "tom.okafor", "clerk"],
  ["Ines Carvalho", "ines.carvalho", "cashier"],
  ["Daniel Brandt", "daniel.brandt", "cashier"],
  ["Rosa Whitfield", "rosa.whitfield", "reader"],
] as const;

/** Who works with the demo company while the pictures are taken. */
export interface Company {
  shop: Asker;
  tills: Asker;
}

/** People, keys, webhooks, and what happened in Seattle before anybody took a picture. */
export async function staged(holdfast: Holdfast, receiver: Receiver): Promise<Company> {
  const shop = await issued(holdfast, "web shop", "partner");
  const tills = await issued(holdfast, "till 2 Seattle", "cashier");
  const goodsIn = await issued(holdfast, "goods in Seattle", "clerk");
  await issued(holdfast, "forecast", "reader");
  for (const [name, who, role] of PEOPLE) {
    const email = `${who}@harbor.example`;
    const password = email === CLERK.email ? { password: CLERK.password } : {};
    await holdfast.ask("POST", "/v1/accounts", { name, email, role, ...password });
  }
  await webhooks(holdfast, receiver);
  await story(shop, tills, goodsIn);
  await pickUps(shop);
  await transfers(goodsIn);
  await orders(shop);
  await shortfalls(shop, goodsIn);
  await floorAtWork(holdfast.ask.bind(holdfast));
  return { shop, tills };
}

async function webhooks(holdfast: Holdfast, receiver: Receiver): Promise<void> {
  const types = (...names: string[]) => names.map((name) => `dev.holdfast.${name}`);
  const add = (url: string, eventTypes: string[]) =>
    holdfast.ask<{ id: string }>("POST", "/v1/webhooks", { url, eventTypes });
  await add(receiver.address("/erp/stock"), types("stock.received", "stock.sold", "stock.counted"));
  await add(receiver.address("/labels"), types("reservation.reserved"));
  const url = receiver.address("/partner/notices");
  const eventTypes = types("stock.low", "stock.back");
  const { id } = await add(url, eventTypes);
  await holdfast.ask("PUT", `/v1/webhooks/${id}`, { url, eventTypes, state: "paused" });
}

/** What the history of the olive oil tells. */
async function story(shop: Asker, tills: Asker, goodsIn: Asker): Promise<void> {
  const some = (quantity: number) => [{ sku: SKUS.oliveOil, location: SEATTLE, quantity }];
  await goodsIn("POST", "/v1/receipts", { lines: some(48), reason: "delivery 4711" });
  await tills("POST", "/v1/sales", { lines: some(2) });
  const lines = some(3);
  const { id } = await shop<{ id: string }>("POST", "/v1/reservations", { lines });
  await tills("POST", "/v1/sales", { lines: some(1) });
  await tills("POST", `/v1/reservations/${id}/confirm`, {});
  await goodsIn("POST", "/v1/write-offs", { lines: some(1), reason: "broken" });
  await tills("POST", "/v1/returns", { lines: some(1), reason: "unopened" });
  const left = await goodsIn<{ onHand: number }>("GET", positionOf(SKUS.oliveOil));
  await goodsIn("POST", "/v1/counts", { lines: some(left.onHand - 2), reason: "shelf 14" });
}

function positionOf(sku: string): string {
  return `/v1/positions/${sku}/${SEATTLE}`;
}

/** What waits for customers in Seattle. */
async function pickUps(shop: Asker): Promise<void> {
  const wanted: [seconds: number, ...lines: [sku: string, quantity: number][]][] = [
    [3_600, [SKUS.oliveOil, 2], [SKUS.coffee, 1]],
    [3_000, [SKUS.headphones, 1]],
    [1_500, [SKUS.cheese, 2], [SKUS.milk, 1], [SKUS.bananas, 1.5]],
    [1_200, [SKUS.coffeeMaker, 1]],
  ];
  for (const [ttlSeconds, ...goods] of wanted) {
    const lines = goods.map(([sku, quantity]) => ({ sku, location: SEATTLE, quantity }));
    await shop("POST", "/v1/reservations", { lines, ttlSeconds });
  }
}

async function transfers(goodsIn: Asker): Promise<void> {
  const send = (from: string, to: string, sku: string, quantity: number) =>
    goodsIn("POST", "/v1/transfers", { from, to, lines: [{ sku, quantity }], reason: "refill" });
  await send("FC-RNO", SEATTLE, SKUS.coffee, 48);
  await send("FC-RNO", SEATTLE, SKUS.headphones, 24);
  await send(SEATTLE, "PDX-01", SKUS.cheese, 6);
}

const CUSTOMERS = [
  ["Ada Moreno", "1200 Pine Street, Seattle", "98101"],
  ["Ben Whitaker", "77 Larimer Street, Denver", "80202"],
  ["Chidi Okafor", "5 Beacon Street, Boston", "02108"],
  ["Dana Lindqvist", "2100 Congress Avenue, Austin", "78704"],
] as const;

/** What waits to be shipped to customers. */
async function orders(shop: Asker): Promise<void> {
  const baskets: [sku: string, quantity: number][][] = [
    [
      [SKUS.coffeeMaker, 1],
      [SKUS.coffee, 4],
      [SKUS.oliveOil, 2],
    ],
    [[SKUS.headphones, 1]],
    [
      [SKUS.oats, 3],
      [SKUS.decaf, 2],
    ],
  ];
  for (const [at, [name, address, postcode]] of CUSTOMERS.entries()) {
    const goods = baskets[at % baskets.length] ?? [];
    const lines = goods.map(([sku, quantity]) => ({ sku, quantity }));
    const shipTo = { name, address, postcode, country: "US" };
    await shop("POST", "/v1/orders", { lines, shipTo });
  }
}

/** Promised before somebody counted fewer. */
async function shortfalls(shop: Asker, goodsIn: Asker): Promise<void> {
  const missing = [
    ["HB-00504", "PDX-01", 4, 2],
    ["HB-01050", SEATTLE, 3, 0],
    ["HB-01232", "DEN-01", 2, 1],
  ] as const;
  for (const [sku, location, reserved, found] of missing) {
    await goodsIn("POST", "/v1/receipts", { lines: [{ sku, location, quantity: reserved }] });
    const lines = [{ sku, location, quantity: reserved }];
    await shop("POST", "/v1/reservations", { lines, ttlSeconds: 86_400 });
    const counted = [{ sku, location, quantity: found }];
    await goodsIn("POST", "/v1/counts", { lines: counted, reason: "shelf count" });
  }
}
