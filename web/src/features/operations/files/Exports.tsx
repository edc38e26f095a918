import { Button, Card, Stack, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useAccess } from "@/shared/session/SessionProvider";
import css from "./Exports.module.css";

const EXPORTS = [
  { kind: "stock", label: "Stock", text: "What is where, as an import takes it", balances: true },
  { kind: "skus", label: "SKUs", text: "The catalogue, as an import takes it", balances: false },
  { kind: "locations", label: "Locations", text: "As an import takes them", balances: false },
  { kind: "ledger", label: "Ledger", text: "Every movement, oldest first", balances: true },
  { kind: "reservations", label: "Reservations", text: "One row per line", balances: false },
] as const;

/** Files to take out. The browser downloads them itself: they may be large. */
export function Exports() {
  const { may } = useAccess();
  const shown = EXPORTS.filter((file) => may("see-balances") || !file.balances);
  return (
    <Card withBorder padding="md">
      <Stack gap="xs">
        <Title order={2} size="h4">
          Take out a file
        </Title>
        <ul className={css.list}>
          {shown.map(({ kind, label, text }) => (
            <li key={kind} className={css.row}>
              <div>
                <Text fw={600}>{label}</Text>
                <Text size="sm" c="dimmed">
                  {text}
                </Text>
              </div>
              <Button
                component="a"
                href={`/v1/exports/${kind}`}
                download={`${kind}.csv`}
                variant="default"
                size="md"
                flex="none"
                aria-label={`Download ${label}`}
                leftSection={<IconDownload size={18} aria-hidden />}
              >
                CSV
              </Button>
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  );
}
