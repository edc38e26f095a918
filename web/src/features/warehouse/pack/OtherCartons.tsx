import {
  ActionIcon,
  Autocomplete,
  Button,
  Group,
  NumberInput,
  Paper,
  Stack,
  Text,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useCartonTypes } from "../queries";
import type { Shipment } from "../wire";
import { counted } from "../words";

/** A carton as it was really used. */
export interface UsedCarton {
  type: string;
  grossG?: number;
}

interface Row extends UsedCarton {
  key: number;
}

interface Props {
  shipment: Shipment;
  sending: boolean;
  pack(cartons: UsedCarton[]): void;
  close(): void;
}

/** What was really used, where a carton was missing, broken, or too small after all. */
export function OtherCartons({ shipment, sending, pack, close }: Props) {
  const planned = shipment.cartons.map(({ type, grossG }, key) => ({ key, type, grossG }));
  const { data: types } = useCartonTypes();
  const [used, setUsed] = useState<Row[]>(planned.length > 0 ? planned : [{ key: 0, type: "" }]);
  const ready = used.every(({ type }) => type.trim() !== "");
  const more = () => setUsed((all) => [...all, { key: 1 + (all.at(-1)?.key ?? 0), type: "" }]);
  return (
    <Paper withBorder p="md" component="section" aria-label="Cartons that were used">
      <Stack gap="sm">
        <Text fw={700}>Which cartons did you use?</Text>
        {used.map((row, index) => (
          <CartonRow
            key={row.key}
            row={row}
            number={index + 1}
            types={types ?? planned.map(({ type }) => type)}
            change={(next) => setUsed((all) => all.map((one) => (one === row ? next : one)))}
            remove={
              used.length > 1 ? () => setUsed((all) => all.filter((one) => one !== row)) : undefined
            }
          />
        ))}
        <Button
          variant="default"
          h={44}
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={more}
        >
          One more carton
        </Button>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" h={56} flex={1} px="xs" onClick={close}>
            As planned
          </Button>
          <Button
            h={56}
            flex={2}
            px="xs"
            loading={sending}
            disabled={!ready}
            onClick={() => pack(used.map(({ key: _, ...one }) => one))}
          >
            Packed in {counted(used.length, "carton")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

interface OfRow {
  row: Row;
  number: number;
  types: readonly string[];
  change(row: Row): void;
  remove: (() => void) | undefined;
}

function CartonRow({ row, number, types, change, remove }: OfRow) {
  const { grossG: _, ...unweighed } = row;
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <Autocomplete
        size="md"
        flex={1}
        label={`Carton ${number}`}
        data={[...new Set(types)]}
        maxLength={64}
        value={row.type}
        onChange={(type) => change({ ...row, type })}
      />
      <NumberInput
        size="md"
        flex={1}
        label="Weight in g"
        aria-label={`Weight of carton ${number} in g`}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        hideControls
        value={row.grossG ?? ""}
        onChange={(grams) => change(grams === "" ? unweighed : { ...row, grossG: Number(grams) })}
      />
      <ActionIcon
        variant="default"
        size={44}
        aria-label={`Leave carton ${number} out`}
        disabled={!remove}
        onClick={() => remove?.()}
      >
        <IconTrash size={20} />
      </ActionIcon>
    </Group>
  );
}
