import { Alert, Stack, Text, Title } from "@mantine/core";
import classes from "../store.module.css";
import { ListState } from "./ListState";
import { TransferCard } from "./TransferCard";
import { type Transfer, useTransfersHere } from "./useHandovers";

/** What is on its way to this store, and from it. */
export function Transfers() {
  const { data, error, refetch, dataUpdatedAt } = useTransfersHere();
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        Transfers
      </Title>
      <ListState error={error} loading={!data} asOf={dataUpdatedAt} again={() => void refetch()} />
      {data && (
        <>
          <Part
            title="On their way here"
            none="Nothing is on its way to this store."
            transfers={data.arriving}
            how="receive"
          />
          <Part
            title="Sent from here"
            none="Nothing that was sent is still on its way. To send goods, scan an item and press Transfer."
            transfers={data.sent}
            how="cancel"
          />
        </>
      )}
      {data?.more && (
        <Alert color="orange">There are very many transfers; the oldest may be missing here.</Alert>
      )}
    </Stack>
  );
}

interface PartOf {
  title: string;
  none: string;
  transfers: Transfer[];
  how: "receive" | "cancel";
}

function Part({ title, none, transfers, how }: PartOf) {
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} size="h5">
        {title}
      </Title>
      {transfers.length === 0 && (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      )}
      <Stack component="ul" gap="sm" m={0} p={0} className={classes.plainList}>
        {transfers.map((transfer) => (
          <TransferCard key={transfer.id} transfer={transfer} how={how} />
        ))}
      </Stack>
    </Stack>
  );
}
