import { Button, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconCheck, IconCircleDashed } from "@tabler/icons-react";
import { useState } from "react";
import { quantityText } from "@/shared/stock";
import classes from "../store.module.css";
import type { SheetLine } from "./sheet";

const STEP = 60;

interface Lines {
  lines: readonly SheetLine[];
  open(line: SheetLine): void;
}

/** What is on the sheet. What is expected stays hidden: who sees it counts it. */
export function SheetLines({ lines, open }: Lines) {
  const [shown, setShown] = useState(STEP);
  return (
    <>
      <Stack component="ul" gap={6} m={0} p={0} className={classes.plainList}>
        {lines.slice(0, shown).map((line) => {
          const done = line.counted !== undefined;
          const Icon = done ? IconCheck : IconCircleDashed;
          return (
            <li key={line.sku}>
              <UnstyledButton className={classes.row} onClick={() => open(line)}>
                <Icon size={22} aria-hidden className={classes.still} />
                <span>
                  <Text component="span" display="block" fw={500}>
                    {line.name}
                  </Text>
                  <Text component="span" display="block" size="sm" c="dimmed">
                    {line.sku}
                  </Text>
                </span>
                <Text
                  component="span"
                  className={`${classes.rowEnd} figures`}
                  fw={done ? 700 : 400}
                  {...(done ? {} : { c: "dimmed" })}
                  size={done ? "lg" : "sm"}
                >
                  {line.counted === undefined
                    ? "Not counted"
                    : quantityText(line.counted, line.unit)}
                </Text>
              </UnstyledButton>
            </li>
          );
        })}
      </Stack>
      {lines.length > shown && (
        <Button variant="default" size="md" onClick={() => setShown(shown + STEP)}>
          Show more of {lines.length - shown}
        </Button>
      )}
    </>
  );
}
