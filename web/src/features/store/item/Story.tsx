import { Group, Stack, Text, Title } from "@mantine/core";
import {
  IconAdjustments,
  IconArrowBackUp,
  IconBookmark,
  IconBookmarkOff,
  IconCash,
  IconClipboardCheck,
  IconHourglassEmpty,
  IconPackageImport,
  IconShieldCheck,
  IconShoppingBagCheck,
  IconTrash,
  IconTruckDelivery,
} from "@tabler/icons-react";
import { useStore } from "../place/StoreProvider";
import classes from "../store.module.css";
import { balanceText, byDay, doneBy, type Entry, told } from "./story";

const ICONS: Record<Entry["kind"], typeof IconCash> = {
  received: IconPackageImport,
  sold: IconCash,
  reserved: IconBookmark,
  released: IconBookmarkOff,
  expired: IconHourglassEmpty,
  counted: IconClipboardCheck,
  adjusted: IconAdjustments,
  "transferred-out": IconTruckDelivery,
  "transferred-in": IconPackageImport,
  "written-off": IconTrash,
  returned: IconArrowBackUp,
  "safety-stock-set": IconShieldCheck,
  confirmed: IconShoppingBagCheck,
};

interface Movements {
  entries: readonly Entry[];
  unit: string;
  timeZone: string;
}

/** Who did what when, and what was there afterwards. */
export function Story({ entries, unit, timeZone }: Movements) {
  const { nameOf } = useStore();
  const time = new Intl.DateTimeFormat("en", { timeStyle: "short", timeZone });
  return (
    <Stack gap="lg">
      {byDay(entries, timeZone).map(({ day, entries: those }) => (
        <section key={day} aria-label={day}>
          <Title order={2} size="h6" c="dimmed" mb={4}>
            {day}
          </Title>
          <Stack component="ol" gap={0} m={0} p={0} className={classes.plainList}>
            {those.map((entry) => {
              const Icon = ICONS[entry.kind];
              return (
                <Group
                  key={entry.version}
                  component="li"
                  wrap="nowrap"
                  gap="md"
                  py="xs"
                  className={classes.movement ?? ""}
                >
                  <Icon size={22} aria-hidden className={classes.still ?? ""} />
                  <div style={{ flex: 1, minWidth: 0 }}>
                    <Text fw={600}>{told(entry, unit, nameOf)}</Text>
                    <Text size="sm" c="dimmed">
                      {time.format(new Date(entry.at))}, {doneBy(entry)}
                      {entry.reason && <>: “{entry.reason}”</>}
                    </Text>
                  </div>
                  <Text size="sm" ta="end" className={`figures ${classes.balance}`}>
                    {balanceText(entry, unit)}
                  </Text>
                </Group>
              );
            })}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}
