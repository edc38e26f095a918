import { Text } from "@mantine/core";
import { quantityText, useSku } from "@/shared/stock";

interface Goods {
  sku: string;
  quantity: number;
}

/** A line of a reservation or transfer, with the item's name as soon as it is known. */
export function Goods({ sku, quantity }: Goods) {
  const { data } = useSku(sku);
  return (
    <Text component="li">
      <b className="figures">{quantityText(quantity, data?.unit ?? "each")}</b> ×{" "}
      {data?.name ?? sku}{" "}
      {data && (
        <Text component="span" size="sm" c="dimmed">
          {sku}
        </Text>
      )}
    </Text>
  );
}

/** What people can say to each other of a long identifier. */
export function shortName(id: string): string {
  return id.slice(-6).toUpperCase();
}
