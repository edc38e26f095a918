import { useQueries } from "@tanstack/react-query";
import { skuNamed } from "@/shared/stock";
import { FullPageLoader } from "@/shared/ui/FullPage";
import { ChangeOrder } from "./ChangeOrder";
import type { DeedProps } from "./deeds";

/** Waits for how the order's SKUs are counted, which its editor needs. */
export function Change(props: DeedProps) {
  const told = useQueries({ queries: props.order.lines.map((line) => skuNamed(line.sku)) });
  if (told.some(({ isPending }) => isPending)) return <FullPageLoader />;
  const lines = props.order.lines.map(({ sku, name, quantity }, place) => {
    const known = told[place]?.data;
    const { unit = "each", scale = 0 } = known ?? {};
    return { sku, name: name ?? known?.name ?? sku, unit, scale, quantity };
  });
  return <ChangeOrder {...props} lines={lines} />;
}
