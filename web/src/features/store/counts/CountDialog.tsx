import { Button, Modal, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { FormEvent } from "react";
import { quantityText } from "@/shared/stock";
import { QuantityPad } from "../actions/QuantityPad";
import { useQuantity } from "../actions/useQuantity";
import type { SheetLine } from "./sheet";

interface Entering {
  line: SheetLine | undefined;
  close(): void;
  count(line: SheetLine, counted: number): void;
  /** Another item was scanned; what was entered so far is counted. */
  next(code: string): void;
}

/** How many of one item are there. */
export function CountDialog({ line, close, count, next }: Entering) {
  const phone = useMediaQuery("(max-width: 30em)");
  return (
    <Modal
      opened={line !== undefined}
      onClose={close}
      fullScreen={phone ?? false}
      returnFocus={false}
      centered
      title={<Text fw={700}>Count</Text>}
      closeButtonProps={{ "aria-label": "Close", size: "lg" }}
      transitionProps={{ duration: 0 }}
    >
      {line && <CountForm key={line.sku} line={line} close={close} count={count} next={next} />}
    </Modal>
  );
}

function CountForm({ line, close, count, next }: Entering & { line: SheetLine }) {
  const before = line.counted;
  const proposed = before !== undefined ? String(before) : line.scale > 0 ? "" : "1";
  const codes = [...line.barcodes, line.sku];
  const entry = useQuantity({ codes, scale: line.scale }, proposed);
  function submit(event: FormEvent) {
    event.preventDefault();
    const settled = entry.settle();
    if (settled.is === "same") return;
    if (settled.is === "other") {
      if (settled.before !== undefined) count(line, settled.before);
      next(settled.code);
      return;
    }
    if (entry.quantity === undefined) return;
    count(line, entry.quantity);
    close();
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <div>
          <Text fw={600}>{line.name}</Text>
          <Text size="sm" c="dimmed">
            {line.sku}
            {before !== undefined && `, counted before: ${quantityText(before, line.unit)}`}
          </Text>
        </div>
        <QuantityPad entry={entry} unit={line.unit} scale={line.scale} label="What is there" />
        <Text size="sm" c="dimmed">
          Scan it again for one more. Scanning another item keeps this count and goes on.
        </Text>
        <Button type="submit" size="xl" disabled={entry.quantity === undefined}>
          {entry.quantity === undefined
            ? "Enter how many"
            : `There are ${quantityText(entry.quantity, line.unit)}`}
        </Button>
      </Stack>
    </form>
  );
}
