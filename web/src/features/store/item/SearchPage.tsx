import { Alert, Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Link, useSearchParams } from "react-router";
import { useAccess } from "@/shared/session/SessionProvider";
import { quantityText } from "@/shared/stock";
import { useStore } from "../place/StoreProvider";
import { foundFor, MAX_FOUND } from "../scan/useFind";
import classes from "../store.module.css";
import { memoryOf } from "./memory";

/** Items whose names are like what was typed. */
export function SearchPage() {
  const [parameters] = useSearchParams();
  const question = parameters.get("q") ?? "";
  const { store } = useStore();
  const { data, error, refetch } = useQuery({
    ...foundFor(question, store.code),
    enabled: question !== "",
    placeholderData: keepPreviousData,
  });
  if (!data && error) {
    return (
      <Stack gap="sm">
        <Alert
          color="orange"
          icon={<IconPlugConnectedX aria-hidden />}
          title="The search did not work"
        >
          <Stack align="flex-start">
            {error.message} Items that this device has seen are still found.
            <Button onClick={() => void refetch()}>Try again</Button>
          </Stack>
        </Alert>
        <Remembered question={question} />
      </Stack>
    );
  }
  return (
    <Stack gap="sm">
      <Title order={1} size="h4">
        Found for “{question}”
      </Title>
      {data?.didYouMean && <Text size="sm">Nothing is spelled so. Meant: {data.didYouMean}?</Text>}
      {data?.items.length === 0 && (
        <Text role="status">Nothing is called so. Try fewer or other words, or scan the item.</Text>
      )}
      <Stack component="ul" gap="xs" m={0} p={0} className={classes.plainList}>
        {!data && [1, 2, 3, 4].map((row) => <Skeleton key={row} height={60} component="li" />)}
        {data?.items.map((found) => (
          <li key={found.sku}>
            <Link className={classes.row} to={`/store/item/${encodeURIComponent(found.sku)}`}>
              <span>
                <Text component="span" display="block" fw={600}>
                  {found.name}
                </Text>
                <Text component="span" display="block" size="sm" c="dimmed">
                  {found.sku}, {found.category}
                </Text>
              </span>
              {found.availability && (
                <span className={classes.rowEnd}>
                  <Text component="span" display="block" fw={700} className="figures">
                    {quantityText(found.availability.availableToPromise, found.unit)}
                  </Text>
                  <Text component="span" display="block" size="xs" c="dimmed">
                    to promise
                  </Text>
                </span>
              )}
            </Link>
          </li>
        ))}
      </Stack>
    </Stack>
  );
}

/** What this device has seen; its figures are on the item's page, with their age. */
function Remembered({ question }: { question: string }) {
  const { session } = useAccess();
  const memory = memoryOf(session.account?.client ?? "");
  const seen = useMemo(() => memory.named(question).slice(0, MAX_FOUND), [memory, question]);
  if (seen.length === 0) return <Text role="status">This device has seen nothing called so.</Text>;
  return (
    <Stack component="ul" gap="xs" m={0} p={0} className={classes.plainList}>
      {seen.map(({ sku }) => (
        <li key={sku.code}>
          <Link className={classes.row} to={`/store/item/${encodeURIComponent(sku.code)}`}>
            <span>
              <Text component="span" display="block" fw={600}>
                {sku.name}
              </Text>
              <Text component="span" display="block" size="sm" c="dimmed">
                {sku.code}, {sku.category}
              </Text>
            </span>
          </Link>
        </li>
      ))}
    </Stack>
  );
}
