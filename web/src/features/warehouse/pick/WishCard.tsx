import { Button, Group, Paper, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { quantityText } from "@/shared/stock";
import css from "../warehouse.module.css";
import { day, toteName } from "../words";
import type { Wish } from "./wishes";

interface Props {
  wish: Wish;
  /** How much was found; undefined while nobody has said. */
  found: number | undefined;
  take(): void;
  fewer(): void;
  undo(): void;
}

/** What to take, and what was taken. */
export function WishCard({ wish, found, take, fewer, undo }: Props) {
  const quantity = quantityText(wish.quantity, wish.unit);
  return (
    <Paper
      withBorder
      p="md"
      component="article"
      aria-label={wish.name}
      className={css.wish}
      data-done={found !== undefined}
    >
      <WishHead wish={wish} quantity={quantity} />
      <Totes wish={wish} />
      {found === undefined ? (
        <Group gap="xs" wrap="nowrap" mt="sm">
          <Button
            variant="default"
            h={64}
            flex={1}
            px="xs"
            onClick={fewer}
            aria-label={`Fewer of ${wish.name}`}
          >
            Fewer
          </Button>
          <Button
            h={64}
            flex={3}
            size="lg"
            px="xs"
            leftSection={<IconCheck size={26} aria-hidden />}
            onClick={take}
            aria-label={`Picked ${quantity} of ${wish.name}`}
          >
            Picked {quantity}
          </Button>
        </Group>
      ) : (
        <Group justify="space-between" mt="sm">
          <Text fw={700}>
            {found < wish.quantity
              ? `Found only ${quantityText(found, wish.unit)}`
              : `Picked ${quantity}`}
          </Text>
          <Button variant="default" h={48} onClick={undo} aria-label={`Not yet: ${wish.name}`}>
            Not yet
          </Button>
        </Group>
      )}
    </Paper>
  );
}

export function WishHead({ wish, quantity }: { wish: Wish; quantity: string }) {
  return (
    <div className={css.wishHead}>
      <span className={css.take}>{quantity}</span>
      <div className={css.wishName}>
        <Text fw={700} size="lg" lh={1.25}>
          {wish.name}
        </Text>
        <Text size="sm" c="dimmed">
          {wish.sku}
        </Text>
        {wish.lot && (
          <Text fw={600}>
            Lot {wish.lot}
            {wish.expires && `, best before ${day(wish.expires)}`}
          </Text>
        )}
      </div>
    </div>
  );
}

function Totes({ wish }: { wish: Wish }) {
  return (
    <ul className={css.totes} aria-label="Totes">
      {wish.totes.map(({ tote, quantity }) => (
        <li key={tote}>
          <span className={css.tote}>{toteName(tote)}</span>
          {wish.totes.length > 1 && ` ${quantityText(quantity, wish.unit)}`}
        </li>
      ))}
    </ul>
  );
}
