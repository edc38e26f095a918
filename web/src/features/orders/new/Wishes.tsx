import { MultiSelect, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useLocations } from "@/shared/stock";
import { fieldError } from "@/shared/ui/fieldErrors";
import css from "../orders.module.css";
import type { Draft } from "./draft";

export const WISH_FIELDS = [
  "preferences.preferred",
  "preferences.excluded",
  "preferences.maxShipments",
  "number",
  "note",
];

/** As the API has it. */
const MOST_SHIPMENTS = 64;

interface Props {
  draft: Draft;
  change(part: Partial<Draft>): void;
  error: Error | null;
}

/** What most orders can do without. */
export function Wishes({ draft, change, error }: Props) {
  const { data: locations } = useLocations();
  const places = (locations ?? []).map(({ code, name }) => ({
    value: code,
    label: `${code} ${name}`,
  }));
  return (
    <div className={css.fields}>
      <MultiSelect
        label="Rather from"
        description="These should ship it if that costs little more."
        size="md"
        searchable
        clearable
        nothingFoundMessage="No such location"
        clearButtonProps={{ "aria-label": "From anywhere" }}
        error={fieldError(error, "preferences.preferred")}
        data={places.filter(({ value }) => !draft.excluded.includes(value))}
        value={draft.preferred}
        onChange={(preferred) => change({ preferred })}
      />
      <MultiSelect
        label="Never from"
        size="md"
        searchable
        clearable
        nothingFoundMessage="No such location"
        clearButtonProps={{ "aria-label": "None excluded" }}
        error={fieldError(error, "preferences.excluded")}
        data={places.filter(({ value }) => !draft.preferred.includes(value))}
        value={draft.excluded}
        onChange={(excluded) => change({ excluded })}
      />
      <NumberInput
        label="At most so many shipments"
        description="Empty: as many as your terms allow."
        size="md"
        min={1}
        max={MOST_SHIPMENTS}
        allowDecimal={false}
        allowNegative={false}
        error={fieldError(error, "preferences.maxShipments")}
        value={draft.maxShipments ?? ""}
        onChange={(most) => change({ maxShipments: Number(most) || undefined })}
      />
      <TextInput
        label="Your own number"
        description="Empty: one is made."
        size="md"
        maxLength={64}
        autoComplete="off"
        error={fieldError(error, "number")}
        value={draft.number}
        onChange={(event) => change({ number: event.currentTarget.value })}
      />
      <Textarea
        label="Note"
        size="md"
        autosize
        minRows={2}
        maxLength={200}
        error={fieldError(error, "note")}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </div>
  );
}
