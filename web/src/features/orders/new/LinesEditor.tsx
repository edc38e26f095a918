import { ActionIcon, NumberInput, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { type KeyboardEvent, useRef } from "react";
import { fieldError } from "@/shared/ui/fieldErrors";
import css from "../orders.module.css";
import { type DraftLine, MOST_LINES, withSku } from "./draft";
import { SkuField } from "./SkuField";
import { useLineFor } from "./useSkuSearch";

/** GTIN-8; no quantity that anybody orders has as many digits. */
const SHORTEST_BARCODE = 8;

interface Props {
  lines: DraftLine[];
  change(lines: DraftLine[]): void;
  error: Error | null;
}

/** What is ordered: found by scan or search, each with its quantity. */
export function LinesEditor({ lines, change, error }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const lineFor = useLineFor();
  const full = lines.length >= MOST_LINES;
  return (
    <div>
      {full ? (
        <Text size="sm">An order written here has at most {MOST_LINES} lines.</Text>
      ) : (
        <SkuField ref={field} add={(line) => change(withSku(lines, line))} />
      )}
      {lines.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          Nothing yet.
        </Text>
      )}
      <ul className={css.lines} aria-label="What is ordered">
        {lines.map((line, place) => (
          <LineRow
            key={line.sku}
            line={line}
            trouble={
              fieldError(error, `lines[${place}].quantity`) ??
              fieldError(error, `lines[${place}].sku`) ??
              fieldError(error, `lines[${place}]`)
            }
            change={(quantity) =>
              change(lines.map((one) => (one.sku === line.sku ? { ...one, quantity } : one)))
            }
            leave={() => field.current?.focus()}
            scanned={async (code) => {
              const found = await lineFor.exactly(code).catch(() => undefined);
              if (found) change(withSku(lines, found));
              field.current?.focus();
            }}
            remove={() => change(lines.filter((one) => one.sku !== line.sku))}
          />
        ))}
      </ul>
    </div>
  );
}

interface Row {
  line: DraftLine;
  trouble: string | undefined;
  change(quantity: number): void;
  /** Enter: on to the next item. */
  leave(): void;
  /** A scanner typed a code into the quantity. */
  scanned(code: string): void;
  remove(): void;
}

function LineRow({ line, trouble, change, leave, scanned, remove }: Row) {
  const before = useRef(line.quantity);
  function pressed(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const typed = event.currentTarget.value.replace(/\D/g, "");
    if (typed.length < SHORTEST_BARCODE) return leave();
    change(before.current);
    scanned(typed);
  }
  return (
    <li className={css.line}>
      <div className={css.lineName}>
        <Text fw={600}>{line.name}</Text>
        <Text size="sm" c="dimmed">
          {line.sku}
        </Text>
      </div>
      <div className={css.lineFigures}>
        <NumberInput
          aria-label={`Quantity of ${line.name}`}
          size="md"
          w={124}
          min={0}
          allowNegative={false}
          decimalScale={line.scale}
          suffix={line.unit === "each" ? "" : ` ${line.unit}`}
          step={line.scale === 0 ? 1 : 0.5}
          value={line.quantity}
          error={trouble}
          onFocus={(event) => {
            before.current = line.quantity;
            event.currentTarget.select();
          }}
          onKeyDown={pressed}
          onChange={(quantity) => change(Number(quantity) || 0)}
        />
        <ActionIcon
          size={44}
          variant="subtle"
          color="gray"
          aria-label={`Remove ${line.name}`}
          onClick={remove}
        >
          <IconTrash size={20} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}
