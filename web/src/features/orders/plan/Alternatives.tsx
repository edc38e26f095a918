import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useLocationNamed } from "@/shared/stock";
import { type Column, DataTable } from "@/shared/ui/DataTable";
import { extraText } from "../money";
import css from "../orders.module.css";
import type { Alternative } from "../types";
import { kindSaid, sentence, together } from "../words";
import { ranked } from "./alternatives";

/** As many as one looks at before asking for the rest. */
const SHOWN = 6;

interface Props {
  alternatives: readonly Alternative[];
  currency: string;
}

/** Where else it could have come from, and what speaks against that, in words and money. */
export function Alternatives({ alternatives, currency }: Props) {
  const [all, setAll] = useState(false);
  if (alternatives.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        There was no other way to ship it.
      </Text>
    );
  }
  const rows = ranked(alternatives);
  const columns: Column<Alternative>[] = [
    { label: "Ship from", heading: true, cell: (way) => <Places codes={way.locations} /> },
    {
      label: "Why not",
      cell: (way) => (
        <>
          <b>{kindSaid(way.kind)}.</b> {detailOf(way)}
        </>
      ),
    },
    {
      label: "Would cost",
      figures: true,
      cell: (way) => <span className={css.whole}>{priceOf(way, currency)}</span>,
    },
  ];
  return (
    <>
      <DataTable
        caption="Ways that were not taken"
        columns={columns}
        rows={all ? rows : rows.slice(0, SHOWN)}
        keyOf={(way) => `${way.kind} ${way.locations.join(" ")} ${way.reason}`}
      />
      {rows.length > SHOWN && !all && (
        <Button mt="xs" size="md" variant="subtle" onClick={() => setAll(true)}>
          Show all {rows.length} ways
        </Button>
      )}
    </>
  );
}

/** By name where it is one, by their codes where they are several. */
function Places({ codes }: { codes: string[] }) {
  const only = useLocationNamed(codes.length === 1 ? codes[0] : undefined);
  return (
    <>
      {together(codes)} <span className={css.quiet}>{only?.name}</span>
    </>
  );
}

/** What the price beside it does not say already. */
function detailOf(way: Alternative): string {
  return way.kind === "dearer" && way.extraMinor > 0 ? "" : sentence(way.reason);
}

function priceOf(way: Alternative, currency: string): string {
  if (way.kind !== "dearer") return "not possible";
  return way.extraMinor === 0 ? "the same" : extraText(way.extraMinor, currency);
}
