import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { Link } from "react-router";
import css from "../warehouse.module.css";
import type { PickList } from "../wire";
import { toteName } from "../words";
import { ShortNotices } from "./ShortNotices";
import type { Work } from "./useWork";

interface Props {
  list: PickList;
  work: Work;
  choose(index: number): void;
}

/** Everything is picked: where the totes go now. */
export function FinishedList({ list, work, choose }: Props) {
  const last = list.stops.length - 1;
  return (
    <Stack maw={640} mx="auto" gap="md" w="100%">
      <Group gap="sm" wrap="nowrap">
        <IconCircleCheck size={40} aria-hidden color="var(--mantine-color-green-7)" />
        <Title order={1} size="h2">
          {list.number} is picked
        </Title>
      </Group>
      <ShortNotices list={list} work={work} />
      <Paper withBorder p="md">
        <Text fw={700} mb="xs">
          Bring the totes to the packing table
        </Text>
        <ul className={css.plainList}>
          {list.totes.map(({ tote, number, shipment }) => (
            <li key={tote} className={css.line}>
              <span className={css.tote}>{toteName(tote)}</span>
              <span>{shipment ? `Order ${number}` : `Order ${number}: nothing is left in it`}</span>
            </li>
          ))}
        </ul>
      </Paper>
      <Group grow>
        <Button component={Link} to="/warehouse/pick" h={56}>
          Next list
        </Button>
        <Button component={Link} to="/warehouse/pack" h={56} variant="default">
          To packing
        </Button>
      </Group>
      {last >= 0 && list.state === "picking" && (
        <Button variant="subtle" h={44} onClick={() => choose(last)}>
          Look at the last stop
        </Button>
      )}
    </Stack>
  );
}
