import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useOutbox } from "@/shared/outbox";
import { useScan } from "@/shared/scan/ScanProvider";
import { Mark } from "../actions/LatestResult";
import classes from "../store.module.css";
import type { Sheet } from "./sheet";

interface Posted {
  sheet: Sheet;
  finish(): void;
}

/** How the posting goes, also while the server is away. */
export function PostedSheet({ sheet, finish }: Posted) {
  const { entries, sending } = useOutbox();
  const { focus } = useScan();
  const batches = entries.filter((entry) => entry.notes.sheet === sheet.id);
  const waiting = batches.filter((entry) => entry.state === "waiting").length;
  const refused = batches.filter((entry) => entry.state === "refused").length;
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        {waiting > 0
          ? "The count is being sent"
          : refused > 0
            ? "Some of the count was refused"
            : "The count is posted"}
      </Title>
      <Text role="status">
        {waiting > 0
          ? "It is kept on this device and goes out as soon as the server answers. You can go on with other work."
          : refused > 0
            ? "Nothing of what was refused has changed. Read why, and count those items again."
            : `${sheet.lines.filter((line) => line.counted !== undefined).length} items of ${sheet.label} now say what you counted.`}
      </Text>
      <Stack component="ul" gap="xs" m={0} p={0} className={classes.plainList}>
        {batches.map((entry) => (
          <Group key={entry.id} component="li" gap="sm" wrap="nowrap" mih={44}>
            <Mark entry={entry} sending={sending === entry.id} />
            <div>
              <Text>{entry.text}</Text>
              {(entry.refusal || entry.trouble) && (
                <Text size="sm" c="dimmed">
                  {entry.refusal?.detail ?? entry.trouble}
                </Text>
              )}
            </div>
          </Group>
        ))}
      </Stack>
      <Button
        size="lg"
        maw={320}
        onClick={() => {
          finish();
          focus();
        }}
      >
        Start another count
      </Button>
    </Stack>
  );
}
