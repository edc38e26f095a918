import { Button, Paper, Text } from "@mantine/core";
import css from "../warehouse.module.css";
import type { PickList } from "../wire";
import { foundWhole, type Work } from "./useWork";
import { wishesOf } from "./wishes";

interface Props {
  list: PickList;
  index: number;
  work: Work;
}

/** What was confirmed just before, and its undo: a scan too many is noticed one stop later. */
export function LastStop({ list, index, work }: Props) {
  const before = list.stops[index - 1];
  if (!before || !work.progress.isDone(before)) return null;
  const said = work.progress.lastOf(before);
  return (
    <Paper withBorder px="md" py={6} className={css.last} role="status" aria-label="Last stop">
      <Text size="sm" flex={1}>
        Stop {index} is done:{" "}
        {wishesOf(before)
          .map(({ name }) => name)
          .join(", ")}
        {said?.state === "waiting" && said.tries > 0 && " (waits to be sent)"}
      </Text>
      {foundWhole(before, said?.notes) && (
        <Button
          variant="default"
          h={44}
          aria-label={`Take back stop ${index}`}
          onClick={() => work.undo(before)}
        >
          Undo
        </Button>
      )}
    </Paper>
  );
}
