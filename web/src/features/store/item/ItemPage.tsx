import { Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconZoomQuestion } from "@tabler/icons-react";
import { useParams } from "react-router";
import { FullPageNotice } from "@/shared/ui/FullPage";
import { ActionBar } from "../actions/ActionBar";
import { Glance } from "./Glance";
import { Nearby } from "./Nearby";
import { useItem } from "./useItem";

/** The answer in one glance, and everything that can be done. */
export function ItemPage() {
  const { sku: code = "" } = useParams();
  const { item, error } = useItem(code);
  if (error) {
    return (
      <FullPageNotice
        icon={<IconZoomQuestion size={48} aria-hidden />}
        title={`${code} cannot be shown`}
        text={error.message}
      />
    );
  }
  if (!item) return <ItemSkeleton />;
  const { sku } = item;
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {sku.name}
        </Title>
        <Text size="sm" c="dimmed">
          {[sku.code, sku.category, ...sku.barcodes].join(" · ")}
        </Text>
      </div>
      <Glance item={item} />
      <ActionBar item={item} />
      <Nearby item={item} />
    </Stack>
  );
}

function ItemSkeleton() {
  return (
    <Stack gap="md" aria-busy aria-label="Loading the item">
      <Skeleton height={52} width="70%" />
      <Skeleton height={150} />
      <Skeleton height={180} />
    </Stack>
  );
}
