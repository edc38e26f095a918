import { Anchor, Badge, Button, Group, Paper, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { STATE_COLORS, useOutbox } from "@/shared/outbox";
import { useScan } from "@/shared/scan/ScanProvider";
import { quantityText, useSku } from "@/shared/stock";
import { useOrders } from "../actions/useOrders";
import { EndDialog } from "../handover/EndDialog";
import type { ExpiringLot } from "./days";

/** One lot of one item: how many are left, and its end. */
export function LotRow({ lot }: { lot: ExpiringLot }) {
  const { data: sku } = useSku(lot.sku);
  const { entries } = useOutbox();
  const { focus } = useScan();
  const { give } = useOrders();
  const [asking, setAsking] = useState(false);
  const unit = sku?.unit ?? "each";
  const much = quantityText(lot.left, unit);
  const waiting = entries.some(
    ({ notes, state, path }) =>
      state === "waiting" &&
      path === "/v1/lots/write-off" &&
      notes.sku === lot.sku &&
      notes.lot === lot.lot,
  );

  function writeOff() {
    const { sku: code, name, left: quantity, lot: of, expires } = lot;
    const reason = `last day ${expires}`;
    void give({
      kind: "write-off",
      sku: code,
      name,
      unit,
      quantity,
      reason,
      lot: { code: of, expires },
    });
    focus();
  }
  return (
    <Paper withBorder px="md" py="xs" component="li" aria-label={`${lot.name}, lot ${lot.lot}`}>
      <Group justify="space-between" gap="sm">
        <div style={{ flex: "1 1 200px", minWidth: 0 }}>
          <Anchor component={Link} to={`/store/item/${lot.sku}`} fw={600} c="inherit">
            {lot.name}
          </Anchor>
          <Text size="sm" c="dimmed">
            {lot.sku}, lot {lot.lot}
          </Text>
        </div>
        <Group gap="md" wrap="nowrap">
          <Text className="figures" fw={600}>
            {much} left
          </Text>
          {waiting ? (
            <Badge size="lg" color={STATE_COLORS.waiting}>
              Waiting to be sent
            </Badge>
          ) : (
            <Button
              variant="default"
              h={44}
              aria-label={`Write off lot ${lot.lot} of ${lot.name}`}
              onClick={() => setAsking(true)}
            >
              Write off
            </Button>
          )}
        </Group>
      </Group>
      <EndDialog
        title="Write off this lot?"
        yes={`Write off ${much}`}
        danger
        opened={asking}
        close={() => {
          setAsking(false);
          focus();
        }}
        end={writeOff}
      >
        <Text>
          {much} × {lot.name}, lot {lot.lot}
        </Text>
        <Text size="sm" c="dimmed">
          They leave the stock at once. Whatever of them is reserved becomes a shortfall. You can
          undo it under Last actions.
        </Text>
      </EndDialog>
    </Paper>
  );
}
