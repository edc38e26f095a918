/** A way out of a shortfall that is another page. */
export interface Way {
  label: string;
  permission: string;
  to: string;
}

/** In the order in which they should be tried: looking again often ends it. */
export function waysOut(sku: string, location: string): Way[] {
  const item = encodeURIComponent(sku);
  return [
    {
      label: "Count or receive",
      permission: "handle-stock",
      to: `/store/item/${item}?at=${encodeURIComponent(location)}`,
    },
    { label: "Who else has it", permission: "look-up", to: `/shop/p/${item}` },
  ];
}
