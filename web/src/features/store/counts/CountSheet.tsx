import { Button, Group, Progress, Stack, Switch, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useScan, useScanTarget } from "@/shared/scan/ScanProvider";
import { skuNamed } from "@/shared/stock";
import { EndDialog } from "../handover/EndDialog";
import { useFind } from "../scan/useFind";
import { CountDialog } from "./CountDialog";
import { SheetLines } from "./SheetLines";
import { lineOf, lineWith, MAX_LINES, type Sheet, type SheetLine } from "./sheet";

interface Counting {
  sheet: Sheet;
  add(line: SheetLine): void;
  count(line: SheetLine, counted: number): void;
  review(): void;
  abandon(): void;
}

/** Scan, enter, scan: the sheet fills up. */
export function CountSheet({ sheet, add, count, review, abandon }: Counting) {
  const queries = useQueryClient();
  const find = useFind();
  const { focus } = useScan();
  const [current, setCurrent] = useState<SheetLine>();
  const [onlyLeft, setOnlyLeft] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const counted = sheet.lines.filter((line) => line.counted !== undefined).length;

  async function take(text: string) {
    const known = lineWith(sheet, text);
    if (known) {
      setCurrent(known);
      return;
    }
    const code = await find(text);
    if (!code) throw new Error(`${text} is no code or barcode. Scan the item itself.`);
    const again = lineWith(sheet, code);
    if (!again && sheet.lines.length >= MAX_LINES) {
      throw new Error("This sheet is full. Post it, and go on with a new one.");
    }
    const line = again ?? lineOf(await queries.fetchQuery(skuNamed(code)));
    if (!again) add(line);
    setCurrent(line);
  }
  useScanTarget("Scan an item to count", take);

  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h3">
            Count: {sheet.label}
          </Title>
          <Text c="dimmed" className="figures" role="status">
            {counted} of {sheet.lines.length} counted
          </Text>
        </div>
        <Group gap="xs">
          <Button variant="default" size="md" onClick={() => setLeaving(true)}>
            Discard
          </Button>
          <Button size="md" disabled={counted === 0} onClick={review}>
            See differences
          </Button>
        </Group>
      </Group>
      <Progress
        value={sheet.lines.length === 0 ? 0 : (100 * counted) / sheet.lines.length}
        size="lg"
        aria-label="Counted so far"
      />
      {sheet.lines.length === 0 ? (
        <Text>Scan the first item. Scan it again for each further piece, or type how many.</Text>
      ) : (
        <>
          <Switch
            size="md"
            label="Only what is left to count"
            checked={onlyLeft}
            onChange={(event) => setOnlyLeft(event.currentTarget.checked)}
          />
          <SheetLines
            lines={
              onlyLeft ? sheet.lines.filter((line) => line.counted === undefined) : sheet.lines
            }
            open={setCurrent}
          />
        </>
      )}
      <CountDialog
        line={current}
        close={() => {
          setCurrent(undefined);
          focus();
        }}
        count={count}
        next={(barcode) => void take(barcode).catch(() => undefined)}
      />
      <EndDialog
        title="Discard this count?"
        yes="Discard it"
        danger
        opened={leaving}
        close={() => {
          setLeaving(false);
          focus();
        }}
        end={abandon}
      >
        <Text>
          {counted === 0
            ? "Nothing is counted on it yet."
            : `The ${counted} counted items are forgotten, and the stock stays as it is.`}
        </Text>
      </EndDialog>
    </Stack>
  );
}
