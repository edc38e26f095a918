import { Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { fieldError } from "@/shared/ui/fieldErrors";
import css from "../orders.module.css";
import { COUNTRIES } from "./countries";
import type { Draft } from "./draft";

interface Props {
  shipTo: Draft["shipTo"];
  change(shipTo: Draft["shipTo"]): void;
  error: Error | null;
}

/** Where it goes. The carriers' prices and days hang on postcode, country and kind of address. */
export function ShipToFields({ shipTo, change, error }: Props) {
  const part = (given: Partial<Draft["shipTo"]>) => change({ ...shipTo, ...given });
  return (
    <div className={css.fields}>
      <TextInput
        label="Name"
        size="md"
        maxLength={200}
        autoComplete="off"
        error={fieldError(error, "shipTo.name")}
        value={shipTo.name}
        onChange={(event) => part({ name: event.currentTarget.value })}
      />
      <Textarea
        label="Address"
        description="Street, house and place, as on the label."
        size="md"
        autosize
        minRows={2}
        maxRows={5}
        maxLength={200}
        autoComplete="off"
        error={fieldError(error, "shipTo.address")}
        value={shipTo.address}
        onChange={(event) => part({ address: event.currentTarget.value })}
      />
      <div className={css.pair}>
        <TextInput
          label="Postcode"
          size="md"
          withAsterisk
          maxLength={16}
          autoComplete="off"
          error={fieldError(error, "shipTo.postcode")}
          value={shipTo.postcode}
          onChange={(event) => part({ postcode: event.currentTarget.value })}
        />
        <Select
          label="Country"
          size="md"
          withAsterisk
          searchable
          allowDeselect={false}
          nothingFoundMessage="No such country"
          error={fieldError(error, "shipTo.country")}
          data={COUNTRIES}
          value={shipTo.country}
          onChange={(country) => part({ country: country ?? shipTo.country })}
        />
      </div>
      <Checkbox
        label="A home, not a business"
        description="Some carriers charge more for homes."
        checked={shipTo.residential}
        onChange={(event) => part({ residential: event.currentTarget.checked })}
      />
    </div>
  );
}
