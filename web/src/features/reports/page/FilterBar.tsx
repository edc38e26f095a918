import { Button, MultiSelect, NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { paydaysUntil, today } from "../ask/days";
import { type Askable, type Filters, type Grain, isNarrowed, MOST_CHOSEN } from "../ask/filters";
import { QUICK, type Range } from "../ask/ranges";
import { type Choice, useChoices, withChosen } from "../ask/useChoices";
import { dateText } from "../values/times";
import css from "./page.module.css";

interface Props {
  filters: Filters;
  /** The days that the filters come to. */
  range: Range;
  askable: Askable;
  /** How long rows are where nobody chose; undefined where they are something else then. */
  usual: Grain | undefined;
  narrow(change: Partial<Filters>): void;
  clear(): void;
}

const GRAIN_LABELS: Record<Grain, string> = {
  hour: "Hours",
  day: "Days",
  week: "Weeks",
  month: "Months",
};
const PAYDAYS = 8;

/** What a report is narrowed to; every choice goes into the address at once. */
export function FilterBar(props: Props) {
  const { filters, range, askable, usual, narrow, clear } = props;
  const { filters: known, grains, ofPayday } = askable;
  const choices = useChoices();
  return (
    <search className={css.filters}>
      {ofPayday ? (
        <PaydayField filters={filters} narrow={narrow} />
      ) : (
        <Days filters={filters} range={range} narrow={narrow} />
      )}
      {known.includes("location") && (
        <Several
          label="Locations"
          choices={choices.locations}
          chosen={filters.locations}
          choose={(locations) => narrow({ locations })}
        />
      )}
      {known.includes("category") && (
        <Several
          label="Categories"
          choices={choices.categories}
          chosen={filters.categories}
          choose={(categories) => narrow({ categories })}
        />
      )}
      {known.includes("carrier") && (
        <One
          label="Carrier"
          choices={choices.carriers}
          chosen={filters.carrier}
          choose={(carrier) => narrow({ carrier })}
        />
      )}
      {known.includes("service") && (
        <One
          label="Service"
          choices={choices.services}
          chosen={filters.service}
          choose={(service) => narrow({ service })}
        />
      )}
      <div className={css.quick}>
        {!ofPayday && <QuickRanges range={range} narrow={narrow} />}
        {grains.length > 0 && (
          <SegmentedControl
            size="sm"
            aria-label="How long each row is"
            value={grains.find((grain) => grain === filters.by) ?? usual ?? ""}
            onChange={(value) => narrow({ by: grains.find((grain) => grain === value) })}
            data={[
              ...(usual ? [] : [{ value: "", label: "Places" }]),
              ...grains.map((value) => ({ value, label: GRAIN_LABELS[value] })),
            ]}
          />
        )}
        {isNarrowed(filters) && (
          <Button
            size="sm"
            variant="subtle"
            leftSection={<IconX size={18} aria-hidden />}
            onClick={clear}
          >
            Clear
          </Button>
        )}
      </div>
    </search>
  );
}

function QuickRanges({ range, narrow }: Pick<Props, "range" | "narrow">) {
  const now = today();
  return QUICK.map(({ label, range: quick }) => {
    const { from, to } = quick(now);
    const here = range.from === from && range.to === to;
    return (
      <Button
        key={label}
        size="sm"
        variant={here ? "light" : "default"}
        aria-pressed={here}
        onClick={() => narrow({ from, to })}
      >
        {label}
      </Button>
    );
  });
}

function Days({ filters, range, narrow }: Pick<Props, "filters" | "range" | "narrow">) {
  return (
    <>
      <TextInput
        label="From"
        type="date"
        size="md"
        max={range.to}
        value={filters.from ?? range.from}
        onChange={(event) => narrow({ from: event.currentTarget.value, to: range.to })}
      />
      <TextInput
        label="To"
        type="date"
        size="md"
        min={range.from}
        value={filters.to ?? range.to}
        onChange={(event) => narrow({ from: range.from, to: event.currentTarget.value })}
      />
    </>
  );
}

function PaydayField({ filters, narrow }: Pick<Props, "filters" | "narrow">) {
  const days = paydaysUntil(today(), PAYDAYS);
  const chosen = filters.payday ?? days[0] ?? "";
  const listed = days.includes(chosen) ? days : [chosen, ...days];
  return (
    <NativeSelect
      label="Payday"
      size="md"
      value={chosen}
      data={listed.map((value) => ({ value, label: dateText(value) }))}
      onChange={(event) => narrow({ payday: event.currentTarget.value })}
    />
  );
}

interface SeveralProps {
  label: string;
  choices: Choice[];
  chosen: string[];
  choose(codes: string[]): void;
}

function Several({ label, choices, chosen, choose }: SeveralProps) {
  return (
    <MultiSelect
      label={label}
      placeholder={chosen.length === 0 ? "All" : undefined}
      size="md"
      searchable
      clearable
      hidePickedOptions
      maxValues={MOST_CHOSEN}
      withScrollArea={false}
      nothingFoundMessage="Nothing of that name"
      clearButtonProps={{ "aria-label": `All ${label.toLowerCase()}` }}
      data={withChosen(choices, chosen)}
      value={chosen}
      onChange={choose}
    />
  );
}

interface OneProps {
  label: string;
  choices: Choice[];
  chosen: string | undefined;
  choose(code: string | undefined): void;
}

function One({ label, choices, chosen, choose }: OneProps) {
  const listed = withChosen(choices, chosen ? [chosen] : []);
  return (
    <NativeSelect
      label={label}
      size="md"
      value={chosen ?? ""}
      data={[{ value: "", label: "Any" }, ...listed]}
      onChange={(event) => choose(event.currentTarget.value || undefined)}
    />
  );
}
