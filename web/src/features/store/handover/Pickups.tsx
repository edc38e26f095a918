import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useSearchParams } from "react-router";
import { useScanTarget } from "@/shared/scan/ScanProvider";
import { useFind } from "../scan/useFind";
import { useOpenScanned } from "../scan/useOpenScanned";
import classes from "../store.module.css";
import { ListState } from "./ListState";
import { isPickupNumber, matches } from "./matching";
import { Pickup } from "./Pickup";
import { useReservationsHere, useReservationsOf } from "./useHandovers";

const SHOWN = 100;

/** Reservations at this store: hand the goods over, or give them back. */
export function Pickups() {
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get("find") ?? "";
  const { data, error, refetch, dataUpdatedAt } = useReservationsHere();
  const open = useOpenScanned();
  const find = useFind();
  useScanTarget("Scan or type a pick-up code or an item", async (text) => {
    if (data?.items.some((each) => matches(each, text))) {
      setParameters({ find: text });
      return;
    }
    const sku = await find(text);
    if (sku && data?.items.some((each) => matches(each, sku))) setParameters({ find: sku });
    else if (sku) await open(text);
    else setParameters({ find: text });
  });
  const listed = data?.items.filter((each) => asked === "" || matches(each, asked));
  // Where there are more than the list holds, the server finds a customer's.
  const ask = data?.more && listed?.length === 0 && isPickupNumber(asked);
  const more = useReservationsOf(ask ? asked : undefined);
  const found = ask ? more.data?.items : listed;
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        Pick-ups
      </Title>
      <ListState
        error={error ?? more.error}
        loading={!data}
        asOf={dataUpdatedAt}
        again={() => void (more.error ? more.refetch() : refetch())}
      />
      {asked !== "" && (
        <Group gap="sm">
          <Text>
            Only those with <b>{asked}</b>
          </Text>
          <Button variant="default" h={44} onClick={() => setParameters({})}>
            Show all
          </Button>
        </Group>
      )}
      {found?.length === 0 && (
        <Text role="status">
          {asked === ""
            ? "Nothing is reserved here. New reservations appear by themselves."
            : "No reservation here that is still good has this. It may have run out, or been handed over."}
        </Text>
      )}
      {data?.more && (
        <Alert color="orange">
          There are very many reservations; the oldest may be missing here. Scan the customer's code
          to find theirs.
        </Alert>
      )}
      <Stack component="ul" gap="sm" m={0} p={0} className={classes.plainList}>
        {found?.slice(0, SHOWN).map((reservation) => (
          <Pickup key={reservation.id} reservation={reservation} />
        ))}
      </Stack>
      {found && found.length > SHOWN && (
        <Text c="dimmed">
          And {found.length - SHOWN} more. Scan the customer's code to find theirs.
        </Text>
      )}
    </Stack>
  );
}
