import { SimpleGrid, TextInput } from "@mantine/core";

interface Fields {
  expires: string;
  setExpires(day: string): void;
  lot: string;
  setLot(code: string): void;
}

/** What GS1 allows for a lot. */
const MAX_LOT = 20;

/** What is printed on goods that expire; both may stay empty. */
export function LotFields({ expires, setExpires, lot, setLot }: Fields) {
  return (
    <SimpleGrid cols={2} spacing="sm">
      <TextInput
        type="date"
        label="Last day of use"
        description="If it has one"
        size="md"
        value={expires}
        onChange={(event) => setExpires(event.currentTarget.value)}
      />
      <TextInput
        label="Lot"
        description="As printed, or empty"
        size="md"
        maxLength={MAX_LOT}
        pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
        title="Letters, digits, dots, underscores or dashes"
        autoComplete="off"
        value={lot}
        onChange={(event) => setLot(event.currentTarget.value.trim())}
      />
    </SimpleGrid>
  );
}
