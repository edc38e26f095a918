import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { Link } from "react-router";
import type { OutboxEntry } from "@/shared/outbox";
import { useScan } from "@/shared/scan/ScanProvider";
import classes from "../store.module.css";
import { Mark } from "./LatestResult";
import { outcomeText, refusalText } from "./recent";
import { useRecent } from "./useRecent";

const SHOWN = 12;
const TIME = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** What this person did on this device lately: sent, waiting, refused, taken back. */
export function LastActions() {
  const { recent, outbox, undoing, undone } = useRecent();
  const { focus } = useScan();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="last-actions">
      <Title order={2} size="h5" id="last-actions" mb="xs">
        Last actions
      </Title>
      {recent.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing yet on this device. Scan an item and press what you want to do.
        </Text>
      )}
      <Stack component="ol" gap={4} m={0} p={0} className={classes.plainList}>
        {recent.slice(0, SHOWN).map((entry) => {
          const undo = undoing(entry.id);
          return (
            <Group key={entry.id} component="li" wrap="nowrap" gap="sm" mih={52} align="center">
              <Mark entry={entry} sending={outbox.sending === entry.id} />
              <div style={{ flex: 1, minWidth: 0 }}>
                <What entry={entry} />
                <Text size="xs" c="dimmed" className="figures">
                  {TIME.format(entry.madeAt)}
                  {undone.has(entry.id) ? ", taken back" : state(entry)}
                </Text>
              </div>
              {entry.state === "refused" && (
                <Button
                  variant="default"
                  h={44}
                  px="sm"
                  aria-label={`Put away: ${entry.text}`}
                  onClick={() => outbox.dismiss(entry.id)}
                >
                  Put away
                </Button>
              )}
              {undo && (
                <Button
                  variant="default"
                  h={44}
                  px="sm"
                  aria-label={`Undo: ${entry.text}`}
                  onClick={() => {
                    undo();
                    focus();
                  }}
                >
                  Undo
                </Button>
              )}
            </Group>
          );
        })}
      </Stack>
    </Paper>
  );
}

function What({ entry }: { entry: OutboxEntry }) {
  const sku = entry.notes.sku;
  if (typeof sku !== "string") {
    return (
      <Text size="sm" lineClamp={2}>
        {entry.text}
      </Text>
    );
  }
  return (
    <Text
      size="sm"
      lineClamp={2}
      component={Link}
      to={`/store/item/${encodeURIComponent(sku)}`}
      c="inherit"
    >
      {entry.text}
    </Text>
  );
}

function state(entry: OutboxEntry): string {
  if (entry.state === "waiting") return ", waits to be sent";
  if (entry.state === "refused") return `, not done. ${refusalText(entry)}`;
  const outcome = outcomeText(entry);
  return outcome ? `, ${outcome}` : "";
}
