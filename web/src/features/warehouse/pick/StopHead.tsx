import { ActionIcon, Anchor, Group, Progress, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { Link } from "react-router";
import type { PickList, Stop } from "../wire";

interface Props {
  list: PickList;
  index: number;
  isDone(stop: Stop): boolean;
  choose(index: number): void;
}

/** Which stop of which list this is, how far the list is, and the ways to other stops. */
export function StopHead({ list, index, isDone, choose }: Props) {
  const all = list.stops.length;
  const done = list.stops.filter(isDone).length;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <ActionIcon
          variant="default"
          size={48}
          aria-label="The stop before"
          disabled={index === 0}
          onClick={() => choose(index - 1)}
        >
          <IconChevronLeft size={26} />
        </ActionIcon>
        <div style={{ textAlign: "center" }}>
          <Text fw={700} component="h1" m={0}>
            Stop {index + 1} of {all}
          </Text>
          <Text size="sm" c="dimmed">
            <Anchor component={Link} to="/warehouse/pick" c="inherit" underline="always">
              {list.number}
            </Anchor>
            , {done} done
          </Text>
        </div>
        <ActionIcon
          variant="default"
          size={48}
          aria-label="The stop after"
          disabled={index === all - 1}
          onClick={() => choose(index + 1)}
        >
          <IconChevronRight size={26} />
        </ActionIcon>
      </Group>
      <Progress value={(100 * done) / all} aria-label={`${done} of ${all} stops done`} />
    </>
  );
}
