import type { Schema } from "@/shared/api/client";

export type PersonsRole = Schema["AccountRole"];

export interface RoleChoice<R extends Schema["Role"]> {
  value: R;
  label: string;
  /** What its holder may do. */
  text: string;
}

const PARTNER = {
  value: "partner",
  label: "Partner",
  text: "Another system, or who looks after it: looks up, reserves, orders, and is told of changes.",
} as const;

/** From the least to the most. */
export const PEOPLES_ROLES: readonly RoleChoice<PersonsRole>[] = [
  { value: "reader", label: "Reader", text: "Looks up, and takes out lists." },
  PARTNER,
  {
    value: "cashier",
    label: "Cashier",
    text: "Sells, takes returns, reserves, hands over and takes orders.",
  },
  { value: "clerk", label: "Clerk", text: "Also receives, counts, transfers, picks and packs." },
  {
    value: "planner",
    label: "Planner",
    text: "Also edits the catalogue, brings in files and sets fulfilment up.",
  },
  { value: "admin", label: "Admin", text: "Everything of the company, people and keys too." },
];

export const KEYS_ROLES: readonly RoleChoice<Schema["Role"]>[] = [
  {
    value: "shopper",
    label: "Shopper",
    text: "For a page that everybody sees: looks up, and reserves a little. No secret.",
  },
  ...PEOPLES_ROLES,
];

export function roleLabel(role: string): string {
  return KEYS_ROLES.find((known) => known.value === role)?.label ?? role;
}
