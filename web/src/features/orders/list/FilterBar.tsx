import { Button, Select, TextInput } from "@mantine/core";
import { IconSearch, IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useLocations } from "@/shared/stock";
import { today } from "../days";
import css from "../orders.module.css";
import { STATES } from "../types";
import { stateSaid } from "../words";
import { Further } from "./Further";
import { type Filters, isNarrowed, NOTHING } from "./filters";

const STATE_CHOICES = STATES.map((value) => ({ value, label: stateSaid(value).label }));

interface Props {
  filters: Filters;
  narrow(change: Partial<Filters>): void;
}

export function FilterBar({ filters, narrow }: Props) {
  const { data: locations } = useLocations();
  const [number, setNumber] = useState(filters.number);
  // The address may change otherwise: by going back, or by clearing.
  useEffect(() => setNumber(filters.number), [filters.number]);
  const now = today(Date.now());
  return (
    <search>
      <div className={css.filters}>
        <TextInput
          label="Number"
          placeholder="The whole number"
          enterKeyHint="search"
          size="md"
          type="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && narrow({ number })}
          onBlur={() => number !== filters.number && narrow({ number })}
        />
        <Select
          label="State"
          placeholder="Any"
          size="md"
          clearable
          withScrollArea={false}
          clearButtonProps={{ "aria-label": "Any state" }}
          data={STATE_CHOICES}
          value={filters.state ?? null}
          onChange={(state) => narrow({ state: (state as Filters["state"]) ?? undefined })}
        />
        <Select
          label="Ships from"
          placeholder="Anywhere"
          size="md"
          clearable
          searchable
          nothingFoundMessage="No such location"
          clearButtonProps={{ "aria-label": "Ships from anywhere" }}
          data={(locations ?? []).map(({ code, name }) => ({
            value: code,
            label: `${code} ${name}`,
          }))}
          value={filters.location ?? null}
          onChange={(location) => narrow({ location: location ?? undefined })}
        />
        <TextInput
          label="Must leave by"
          type="date"
          size="md"
          value={filters.shipBy ?? ""}
          onChange={(event) => narrow({ shipBy: event.currentTarget.value || undefined })}
        />
        <div className={css.quick}>
          <Button
            size="md"
            variant={filters.shipBy === now ? "light" : "default"}
            aria-pressed={filters.shipBy === now}
            onClick={() => narrow({ shipBy: filters.shipBy === now ? undefined : now })}
          >
            Today
          </Button>
          {isNarrowed(filters) && (
            <Button
              size="md"
              variant="subtle"
              leftSection={<IconX size={18} aria-hidden />}
              onClick={() => narrow(NOTHING)}
            >
              Show all
            </Button>
          )}
        </div>
      </div>
      <Further filters={filters} narrow={narrow} />
    </search>
  );
}
