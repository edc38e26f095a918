import { Alert, Button, Stack, Text } from "@mantine/core";
import { quantityText } from "@/shared/stock";
import type { PickList } from "../wire";
import { toteName } from "../words";
import type { Work } from "./useWork";

interface Props {
  list: PickList;
  work: Work;
}

/** What became of the orders whose goods were not found, and into which tote went what there was. */
export function ShortNotices({ list, work }: Props) {
  return work.shorts.map(({ entry, short }) => {
    const stop = list.stops.find((one) => one.stop === entry.notes.stop);
    const names = new Map(stop?.picks.map(({ sku, name, unit }) => [sku, { name, unit }]));
    const missing = new Set(short.map(({ sku }) => sku));
    const shared = stop?.picks.filter(({ sku, found }) => missing.has(sku) && found !== null) ?? [];
    return (
      <Alert
        key={entry.id}
        color="orange"
        role="status"
        title={`${entry.text}: not everything was there`}
      >
        <Stack gap={6}>
          {short.map((one) => (
            <Text key={`${one.order} ${one.sku}`} size="sm">
              Order {one.number}: {quantityText(one.missing, names.get(one.sku)?.unit ?? "each")}{" "}
              missing of {names.get(one.sku)?.name ?? one.sku}. {one.then}
            </Text>
          ))}
          {shared.length > 1 && (
            <Text size="sm" fw={600}>
              Put into the totes:{" "}
              {shared
                .map(
                  ({ tote, found, unit }) => `${toteName(tote)}: ${quantityText(found ?? 0, unit)}`,
                )
                .join(", ")}
              .
            </Text>
          )}
          <Button
            variant="default"
            h={44}
            aria-label={`Understood: ${entry.text}`}
            onClick={() => work.dismiss(entry.id)}
          >
            Understood
          </Button>
        </Stack>
      </Alert>
    );
  });
}
