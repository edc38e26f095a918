import { Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { PageHead } from "@/shared/ui/PageHead";
import { Empty, Listed } from "@/shared/ui/States";
import { useProposal, useWaves } from "../queries";
import { useNow } from "../useNow";
import css from "../warehouse.module.css";
import type { Wave } from "../wire";
import { HeldOrders } from "./HeldOrders";
import { ProposedWaveCard } from "./ProposedWaveCard";
import { OverWaves, RunningWave } from "./RunningWave";

/** What should go to the floor next, what is on it, and what left it. */
export function WaveBoard() {
  const proposal = useProposal();
  const waves = useWaves();
  const now = useNow();
  const running = waves.data?.items.filter(isRunning);
  const over = waves.data?.items.filter((wave) => !isRunning(wave));
  return (
    <div>
      <PageHead
        title="Waves"
        text="What leaves together is picked together: one carrier, one cut-off."
      />
      <div className={css.board}>
        <Part title="To be started">
          <Listed
            rows={proposal.data?.waves}
            error={proposal.error}
            again={() => void proposal.refetch()}
            empty={
              <Empty
                icon={<IconCircleCheck size={32} aria-hidden />}
                title="Nothing waits"
                text="Every order that was placed here is on the floor already."
              />
            }
          >
            {(rows) =>
              rows.map((wave) => (
                <ProposedWaveCard
                  key={keyOf(wave)}
                  wave={wave}
                  now={now}
                  waves={waves.data?.items}
                />
              ))
            }
          </Listed>
          {proposal.data && <HeldOrders held={proposal.data.held} />}
        </Part>
        <Part title="On the floor">
          <Listed
            rows={running}
            error={waves.error}
            again={() => void waves.refetch()}
            empty={<Text c="dimmed">No wave is being picked.</Text>}
          >
            {(rows) => rows.map((wave) => <RunningWave key={wave.id} wave={wave} now={now} />)}
          </Listed>
        </Part>
        <Part title="Over">
          {over && over.length > 0 ? (
            <OverWaves waves={over} />
          ) : (
            <Text c="dimmed">Waves that have been picked come here.</Text>
          )}
        </Part>
      </div>
    </div>
  );
}

function isRunning({ state }: Wave): boolean {
  return state === "starting" || state === "picking";
}

function keyOf(wave: { carrier: string; cutOff: string; orders: { shipment: string }[] }): string {
  return `${wave.carrier} ${wave.cutOff} ${wave.orders[0]?.shipment}`;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  );
}
