import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { quantityText } from "@/shared/stock";
import css from "../warehouse.module.css";
import type { Stop } from "../wire";
import { toteName } from "../words";
import { foundWhole, type Work } from "./useWork";
import { WishHead } from "./WishCard";
import type { Wish } from "./wishes";

interface Props {
  stop: Stop;
  wishes: readonly Wish[];
  work: Work;
  /** To the stop that is next; undefined when none is. */
  goOn: (() => void) | undefined;
}

/** A stop that was confirmed: what was found, and how to take that back. */
export function DoneStop({ stop, wishes, work, goOn }: Props) {
  const whole = foundWhole(stop, work.progress.lastOf(stop)?.notes);
  return (
    <Stack gap="sm">
      {wishes.map((wish) => (
        <Paper key={wish.key} withBorder p="md" className={css.wish} data-done>
          <WishHead wish={wish} quantity={quantityText(wish.quantity, wish.unit)} />
          <ul className={css.totes} aria-label="Totes">
            {wish.totes.map(({ tote, quantity, found }) => (
              <li key={tote}>
                <span className={css.tote}>{toteName(tote)}</span>{" "}
                {found === null || found >= quantity
                  ? "all of it"
                  : `only ${quantityText(found, wish.unit)} of ${quantityText(quantity, wish.unit)}`}
              </li>
            ))}
          </ul>
        </Paper>
      ))}
      <Text fw={600}>This stop is done.</Text>
      <Group gap="xs" wrap="nowrap">
        {whole && (
          <Button variant="default" h={56} flex={1} onClick={() => work.undo(stop)}>
            Take it back
          </Button>
        )}
        {goOn && (
          <Button h={56} flex={2} rightSection={<IconArrowRight aria-hidden />} onClick={goOn}>
            To the next stop
          </Button>
        )}
      </Group>
      {!whole && (
        <Text size="sm" c="dimmed">
          What was missing is planned again already, so this cannot be taken back. If it turns up,
          count it into stock.
        </Text>
      )}
    </Stack>
  );
}
