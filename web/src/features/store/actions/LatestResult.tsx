import { Button, Group, Loader, Paper, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconCircleCheck, IconClockPause, IconExclamationCircle } from "@tabler/icons-react";
import type { OutboxEntry } from "@/shared/outbox";
import { useScan } from "@/shared/scan/ScanProvider";
import classes from "../store.module.css";
import { outcomeText, refusalText } from "./recent";
import { useRecent } from "./useRecent";

/** How the last action went, always in the same place, with its undo. */
export function LatestResult() {
  const { recent, outbox, undoing, undone } = useRecent();
  const { focus } = useScan();
  const entry = recent[0];
  const undo = entry && undoing(entry.id);
  useHotkeys([["alt+Z", () => undo?.(), { usePhysicalKeys: true }]], []);
  return (
    <Paper
      withBorder
      px="sm"
      py={4}
      className={classes.latest}
      role="status"
      aria-label="Last action"
    >
      <Group wrap="nowrap" gap="sm" mih={44}>
        {entry ? (
          <>
            <Mark entry={entry} sending={outbox.sending === entry.id} />
            <div style={{ flex: 1, minWidth: 0 }}>
              <Text size="sm" fw={700} truncate>
                {entry.text}
              </Text>
              <Text size="sm" {...(entry.state === "refused" ? {} : { lineClamp: 2 })}>
                {undone.has(entry.id) ? "Taken back" : said(entry, outbox.sending === entry.id)}
              </Text>
            </div>
            {undo && (
              <Button
                variant="default"
                h={44}
                aria-label={`Undo: ${entry.text}`}
                aria-keyshortcuts="Alt+Z"
                onClick={() => {
                  undo();
                  focus();
                }}
              >
                Undo
              </Button>
            )}
            {entry.state === "refused" && (
              <Button
                variant="default"
                h={44}
                px="md"
                aria-label={`Put away: ${entry.text}`}
                onClick={() => outbox.dismiss(entry.id)}
              >
                OK
              </Button>
            )}
          </>
        ) : (
          <Text size="sm" c="dimmed">
            What you do last is shown here, with a way to take it back.
          </Text>
        )}
      </Group>
    </Paper>
  );
}

function said(entry: OutboxEntry, sending: boolean): string {
  if (entry.state === "waiting") {
    return sending ? "Being sent" : `Waits to be sent. ${entry.trouble ?? ""}`;
  }
  if (entry.state === "refused") return `Not done. ${refusalText(entry)}`;
  const outcome = outcomeText(entry);
  return outcome ? `Done: ${outcome}` : "Done";
}

export function Mark({ entry, sending }: { entry: OutboxEntry; sending: boolean }) {
  if (sending) return <Loader size={20} aria-label="Being sent" />;
  if (entry.state === "waiting") {
    return <IconClockPause size={22} aria-label="Waiting" color="var(--mantine-color-orange-6)" />;
  }
  if (entry.state === "refused") {
    return (
      <IconExclamationCircle size={22} aria-label="Refused" color="var(--mantine-color-red-6)" />
    );
  }
  return <IconCircleCheck size={22} aria-label="Done" color="var(--mantine-color-green-7)" />;
}
