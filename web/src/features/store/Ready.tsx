import { Center, Kbd, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconScan } from "@tabler/icons-react";
import { useAccess } from "@/shared/session/SessionProvider";
import { ACTIONS } from "./actions/kinds";
import { useStore } from "./place/StoreProvider";

/** Nothing is scanned yet. */
export function Ready() {
  const { store } = useStore();
  const { may } = useAccess();
  const keys = [
    ...ACTIONS.filter((action) => may(action.permission)),
    { label: "History", letter: "H" },
    { label: "Undo the last", letter: "Z" },
  ];
  return (
    <Center mih="40vh">
      <Stack align="center" gap="sm" ta="center">
        <IconScan size={64} stroke={1.2} aria-hidden />
        <Title order={1} size="h2">
          Ready to scan
        </Title>
        <Text c="dimmed" maw={420}>
          Scan an item, or type its code or name. You see what {store.name} can promise, and what
          the stores around have.
        </Text>
        <SimpleGrid cols={3} spacing="lg" verticalSpacing={6} mt="md" visibleFrom="sm">
          {keys.map(({ label, letter }) => (
            <Text key={letter} size="sm" ta="left">
              <Kbd>Alt</Kbd> + <Kbd>{letter}</Kbd> {label}
            </Text>
          ))}
        </SimpleGrid>
      </Stack>
    </Center>
  );
}
