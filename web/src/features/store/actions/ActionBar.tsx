import { SimpleGrid, Text, UnstyledButton } from "@mantine/core";
import { type HotkeyItem, useHotkeys } from "@mantine/hooks";
import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import type { Item } from "../item/useItem";
import classes from "../store.module.css";
import { ActionDialog } from "./ActionDialog";
import { ACTIONS, type Action } from "./kinds";

const MOST_COLUMNS = 4;
/** The key that is there on this keyboard, whatever Alt makes of it. */
const PHYSICAL = { usePhysicalKeys: true };

/** Everything that this person may do with the item. */
export function ActionBar({ item }: { item: Item }) {
  const { may } = useAccess();
  const [chosen, choose] = useState<Action>();
  const allowed = ACTIONS.filter((action) => may(action.permission));
  const navigate = useNavigate();
  const story = `/store/item/${encodeURIComponent(item.sku.code)}/history`;
  useHotkeys(
    [
      ...allowed.map(({ letter }, at) => {
        const key: HotkeyItem = [`alt+${letter}`, () => choose(allowed[at]), PHYSICAL];
        return key;
      }),
      ["alt+H", () => void navigate(story), PHYSICAL],
    ],
    [],
  );
  return (
    <>
      <SimpleGrid
        cols={Math.min(MOST_COLUMNS, allowed.length + 1)}
        spacing="xs"
        verticalSpacing="xs"
      >
        {allowed.map((action) => (
          <UnstyledButton
            key={action.kind}
            className={classes.action}
            data-first={action.kind === "sell"}
            aria-label={action.label}
            aria-keyshortcuts={`Alt+${action.letter}`}
            onClick={() => choose(action)}
          >
            <action.icon size={28} aria-hidden />
            <span>{action.label}</span>
            <Text component="span" className={classes.keys ?? ""} aria-hidden>
              Alt {action.letter}
            </Text>
          </UnstyledButton>
        ))}
        <Link className={classes.action} to={story} aria-keyshortcuts="Alt+H">
          <IconHistory size={28} aria-hidden />
          <span>History</span>
          <Text component="span" className={classes.keys ?? ""} aria-hidden>
            Alt H
          </Text>
        </Link>
      </SimpleGrid>
      <ActionDialog action={chosen} item={item} close={() => choose(undefined)} />
    </>
  );
}
