import { Card, Text, Title } from "@mantine/core";
import { figure } from "./figures";
import css from "./live.module.css";
import type { HotPosition } from "./types";

interface Props {
  hot: HotPosition[];
  /** Whose stock it is, where there are several companies. */
  showClient: boolean;
}

/** Where everybody wants the same thing: ranked, with bars to compare. */
export function HotPositions({ hot, showClient }: Props) {
  const most = Math.max(...hot.map((position) => position.commandsPerSecond), 1);
  return (
    <Card withBorder padding="md">
      <Title order={3} size="h5">
        Hot SKUs
      </Title>
      <Text size="xs" c="dimmed" mb="sm">
        Commands per second over the last minute, at least
      </Text>
      {hot.length === 0 && (
        <Text c="dimmed" size="sm">
          Nothing was sold, reserved or moved in the last minute.
        </Text>
      )}
      <ol className={css.hot}>
        {hot.map((position, place) => (
          <li key={`${position.client} ${position.sku} ${position.location}`} className={css.row}>
            <Text component="span" size="sm" c="dimmed" className="figures" aria-hidden>
              {place + 1}
            </Text>
            <span>
              <Text component="span" size="sm" fw={600}>
                {position.sku}
              </Text>{" "}
              <Text component="span" size="sm" c="dimmed">
                at {position.location}
                {showClient && `, ${position.client}`}
              </Text>
            </span>
            <Text component="span" size="sm" fw={600} className="figures">
              {figure(position.commandsPerSecond)}
            </Text>
            <div className={css.track} aria-hidden>
              <div
                className={css.bar}
                style={{ width: `${Math.max(2, (position.commandsPerSecond / most) * 100)}%` }}
              />
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
