import { Stack, Text } from "@mantine/core";
import { IconPackage } from "@tabler/icons-react";
import { Link, useNavigate } from "react-router";
import { useOutbox } from "@/shared/outbox";
import { ScanField } from "@/shared/scan/ScanField";
import { Mark } from "@/shared/ui/Mark";
import { PageHead } from "@/shared/ui/PageHead";
import { Empty, Listed } from "@/shared/ui/States";
import { useShipments } from "../queries";
import { useNow } from "../useNow";
import css from "../warehouse.module.css";
import { timeLeft } from "../waves/cutOff";
import type { Shipment } from "../wire";
import { counted, toteName } from "../words";

/** What has been picked and waits for a carton; what leaves first comes first. */
export function PackQueue() {
  const { data, error, refetch } = useShipments("picking");
  const { entries } = useOutbox();
  const navigate = useNavigate();
  const now = useNow();
  const packing = new Set(
    entries.filter(({ state }) => state !== "refused").map(({ notes }) => notes.packs),
  );
  const picked = data?.items.filter(({ picked, id }) => picked && !packing.has(id));
  const unpicked = data?.items.filter(({ picked }) => !picked).length ?? 0;
  function open(text: string) {
    const found = data?.items.find(({ number }) => number.toLowerCase() === text.toLowerCase());
    if (!found) throw new Error(`No order ${text} waits to be packed here.`);
    if (!found.picked) throw new Error(`Order ${text} is still being picked.`);
    void navigate(`/warehouse/pack/${found.id}`);
  }
  return (
    <Stack gap="sm" maw={760} w="100%">
      <PageHead title="Pack" text="Take the totes of the first order, and pack it." />
      <ScanField label="Scan or type an order's number" open={open} />
      <Listed
        rows={picked}
        error={error}
        again={() => void refetch()}
        empty={
          <Empty
            icon={<IconPackage size={32} aria-hidden />}
            title="Nothing to pack"
            text="Orders appear here as soon as all of their goods are picked."
          />
        }
      >
        {(rows) => (
          <ul className={css.plainList}>
            {rows.map((shipment) => (
              <QueueRow key={shipment.id} shipment={shipment} now={now} />
            ))}
          </ul>
        )}
      </Listed>
      {unpicked > 0 && <Text c="dimmed">{counted(unpicked, "more shipment")} being picked.</Text>}
    </Stack>
  );
}

function QueueRow({ shipment, now }: { shipment: Shipment; now: number }) {
  const left = timeLeft(shipment.shipBy, now);
  return (
    <li>
      <Link className={css.row} to={`/warehouse/pack/${shipment.id}`}>
        <span>
          <Text component="span" display="block" fw={700} size="lg">
            {shipment.number}
          </Text>
          <Text component="span" display="block" size="sm">
            {totesOf(shipment)}
          </Text>
        </span>
        <span className={css.rowEnd}>
          <Mark tone={left.tone}>{left.text}</Mark>
          <Text component="span" display="block" size="sm" c="dimmed">
            {shipment.carrier}, {counted(shipment.cartons.length, "carton")}
          </Text>
        </span>
      </Link>
    </li>
  );
}

/** Where its goods are. */
export function totesOf({ totes, pickListNumber }: Shipment): string {
  if (totes.length === 0) return "";
  const names = totes.map(toteName).join(", ");
  return pickListNumber ? `${names} of list ${pickListNumber}` : names;
}
