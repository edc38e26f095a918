import { Box, Group, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";

interface Props {
  title: string;
  text: string;
  action?: ReactNode;
}

/** What a page is for, and the one thing that is most often done there. */
export function PageHead({ title, text, action }: Props) {
  useEffect(() => {
    document.title = `${title} - Holdfast`;
    return () => {
      document.title = "Holdfast";
    };
  }, [title]);
  return (
    <Group justify="space-between" align="flex-end" mb="md" gap="sm">
      <Box flex="1 1 280px" maw={760}>
        <Title order={1} size="h2">
          {title}
        </Title>
        <Text c="dimmed" mt={2}>
          {text}
        </Text>
      </Box>
      {action}
    </Group>
  );
}
