import { Alert, List } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Obstacle } from "../types";

interface Props {
  title: string;
  obstacles: readonly Obstacle[];
}

/** What is in the way, each with its mend. */
export function Obstacles({ title, obstacles }: Props) {
  return (
    <Alert color="orange" role="alert" title={title} icon={<IconAlertTriangle aria-hidden />}>
      <List size="sm" spacing={4} listStyleType={obstacles.length > 1 ? "disc" : "none"}>
        {obstacles.map((one) => (
          <List.Item key={`${one.kind} ${one.subject} ${one.sentence}`}>{one.sentence}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
