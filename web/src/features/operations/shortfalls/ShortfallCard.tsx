import { Button, Card, Collapse, Group, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { Link } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { quantityText, useSku } from "@/shared/stock";
import { Mark } from "@/shared/ui/Mark";
import { dayAndTime } from "@/shared/ui/time";
import { Claims } from "./Claims";
import type { Shortfall } from "./useShortfalls";
import { waysOut } from "./ways";

/** One promise too many: what is missing, and the ways out. */
export function ShortfallCard({ position }: { position: Shortfall }) {
  const { may } = useAccess();
  const [opened, { toggle }] = useDisclosure(false);
  const { data: sku } = useSku(position.sku);
  const unit = sku?.unit ?? "each";
  const name = `${position.sku} at ${position.location}`;
  const ways = waysOut(position.sku, position.location).filter((way) => may(way.permission));
  const listId = `claims-${position.sku}-${position.location}`;
  return (
    <Card withBorder padding="md" component="article" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <div>
            <Title order={2} size="h4">
              {position.skuName}
            </Title>
            <Text size="sm" c="dimmed">
              {name}, since {dayAndTime(position.updatedAt)}
            </Text>
          </div>
          <Mark tone="bad">{quantityText(position.shortfall, unit)} missing</Mark>
        </Group>
        <Text>
          {quantityText(position.reserved, unit)} reserved, {quantityText(position.onHand, unit)} on
          hand. Counts and receipts are made in the store of {position.location}.
        </Text>
        <Group gap="xs">
          {ways.map((way, place) => (
            <Button
              key={way.label}
              component={Link}
              to={way.to}
              size="md"
              variant={place === 0 ? "filled" : "default"}
              aria-label={`${way.label}: ${name}`}
            >
              {way.label}
            </Button>
          ))}
          {may("reserve") && may("read") && (
            <Button
              size="md"
              variant="subtle"
              onClick={toggle}
              aria-expanded={opened}
              aria-controls={listId}
              rightSection={
                opened ? (
                  <IconChevronUp size={18} aria-hidden />
                ) : (
                  <IconChevronDown size={18} aria-hidden />
                )
              }
            >
              Who waits for it
            </Button>
          )}
        </Group>
        <Collapse expanded={opened} id={listId}>
          {opened && <Claims position={position} unit={unit} />}
        </Collapse>
      </Stack>
    </Card>
  );
}
