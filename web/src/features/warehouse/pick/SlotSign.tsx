import { Paper, Text } from "@mantine/core";
import css from "../warehouse.module.css";
import type { Slot } from "../wire";
import { metres } from "../words";

interface Props {
  slot: Slot | null;
  /** How many blocks the floor has. */
  blocks: number;
  /** On which hand it is for who comes along the walk. */
  hand: string | undefined;
  wayMm: number;
}

/** A slot as a sign that can be read at arm's length. */
export function SlotSign({ slot, blocks, hand, wayMm }: Props) {
  if (!slot) {
    return (
      <Paper withBorder p="sm" component="section" aria-label="Slot">
        <Text fw={700}>No slot is known for this</Text>
        <Text size="sm">
          Look for it by its name. A planner can give it a slot in the location&apos;s layout.
        </Text>
      </Paper>
    );
  }
  return (
    <section className={css.sign} aria-label={`Slot: ${slot.text}`}>
      <Part label="Aisle" value={slot.aisle} />
      {blocks > 1 && <Part label="Block" value={slot.block} />}
      <Part label="Position" value={slot.position} />
      <Part label="Side" value={slot.side === "left" ? "L" : "R"} />
      <Part label="Level" value={slot.level} />
      <Text size="sm" className={css.signWay ?? ""}>
        {wayMm >= 1_000 ? `${metres(wayMm)} from the stop before` : "Where you stand"}
        {hand && `, on your ${hand} as you come`}
      </Text>
    </section>
  );
}

function Part({ label, value }: { label: string; value: string | number }) {
  return (
    <div className={css.signPart}>
      <span className={css.signLabel}>{label}</span>
      <span className={css.signValue}>{value}</span>
    </div>
  );
}
