import { Button, Paper, Stack, Text, Title } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useAccess } from "@/shared/session/SessionProvider";
import css from "../warehouse.module.css";
import type { PickList } from "../wire";
import { counted, metres, toteName } from "../words";
import { FloorMap } from "./FloorMap";

/** What to put on the cart, and the walk that is ahead. */
export function StartList({ list, start }: { list: PickList; start(): void }) {
  const { may } = useAccess();
  return (
    <div className={css.beside}>
      <Stack gap="md">
        <div>
          <Title order={1} size="h2">
            Pick list {list.number}
          </Title>
          <Text>
            {counted(list.stops.length, "stop")}
            {list.lengthMm > 0 && `, ${metres(list.lengthMm)} to walk`}
          </Text>
        </div>
        <Paper withBorder p="md">
          <Text fw={700} mb="xs">
            Put {counted(list.totes.length, "empty tote")} on the cart
          </Text>
          <ul className={css.plainList}>
            {list.totes.map(({ tote, number }) => (
              <li key={tote} className={css.line}>
                <span className={css.tote}>{toteName(tote)}</span>
                <span>Order {number}</span>
              </li>
            ))}
          </ul>
        </Paper>
        {may("fulfil") ? (
          <Button
            h={60}
            size="lg"
            leftSection={<IconPlayerPlay size={22} aria-hidden />}
            onClick={start}
          >
            Start picking
          </Button>
        ) : (
          <Text>Your role may look at this list, not pick it.</Text>
        )}
      </Stack>
      <FloorMap list={list} now={undefined} isDone={() => false} />
    </div>
  );
}
