import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { wallTime } from "../days";
import css from "../orders.module.css";
import { useZones } from "../useZones";
import type { Filters } from "./filters";

interface Props {
  filters: Filters;
  narrow(change: Partial<Filters>): void;
}

interface Chosen {
  text: string;
  without: Partial<Filters>;
}

/** What a report narrowed the list to: said, and each taken away by a press. */
export function Further({ filters, narrow }: Props) {
  const zoneOf = useZones();
  const chosen = chosenIn(filters, zoneOf(filters.location ?? ""));
  if (chosen.length === 0) return null;
  return (
    <ul className={css.further} aria-label="Further filters">
      {chosen.map(({ text, without }) => (
        <li key={text}>
          <Button
            size="sm"
            variant="light"
            rightSection={<IconX size={16} aria-hidden />}
            aria-label={`${text}: take this filter away`}
            onClick={() => narrow(without)}
          >
            {text}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function chosenIn(filters: Filters, zone: string | undefined): Chosen[] {
  const { placedFrom, placedTo, carrier, service, backlog } = filters;
  return [
    ...(placedFrom || placedTo
      ? [
          {
            text: `Placed${placedFrom ? ` from ${wallTime(placedFrom, zone)}` : ""}${placedTo ? ` until ${wallTime(placedTo, zone)}` : ""}`,
            without: { placedFrom: undefined, placedTo: undefined },
          },
        ]
      : []),
    ...(carrier ? [{ text: `Carrier ${carrier}`, without: { carrier: undefined } }] : []),
    ...(service ? [{ text: `Service ${service}`, without: { service: undefined } }] : []),
    ...(backlog ? [{ text: "Waits to be handed over", without: { backlog: false } }] : []),
  ];
}
