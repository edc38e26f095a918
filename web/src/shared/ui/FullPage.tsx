import { Button, Center, Loader, Stack, Text, Title } from "@mantine/core";
import { IconPlugConnectedX, IconZoomQuestion } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Link } from "react-router";

export function FullPageLoader() {
  return (
    <Center h="60vh">
      <Loader role="status" aria-label="Loading" />
    </Center>
  );
}

interface Notice {
  icon: ReactNode;
  title: string;
  text: string;
  action?: ReactNode;
}

/** One thing to say, and what to do about it. */
export function FullPageNotice({ icon, title, text, action }: Notice) {
  return (
    <Center mih="50vh" p="md">
      <Stack align="center" gap="sm" maw={420} ta="center">
        {icon}
        <Title order={2}>{title}</Title>
        <Text c="dimmed">{text}</Text>
        {action}
      </Stack>
    </Center>
  );
}

export function FullPageProblem({ error, again }: { error: Error; again: () => void }) {
  return (
    <FullPageNotice
      icon={<IconPlugConnectedX size={48} aria-hidden />}
      title="That did not work"
      text={error.message}
      action={<Button onClick={again}>Try again</Button>}
    />
  );
}

export function NotFound() {
  return (
    <FullPageNotice
      icon={<IconZoomQuestion size={48} aria-hidden />}
      title="Nothing here"
      text="There is no such page. It may have moved, or the address is misspelt."
      action={
        <Button component={Link} to="/">
          To the start
        </Button>
      }
    />
  );
}
