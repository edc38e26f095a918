import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { answerOf, api } from "@/shared/api/client";
import { ApiError } from "@/shared/api/errors";
import { useSku } from "@/shared/stock";
import { FullPageProblem } from "@/shared/ui/FullPage";
import { useStore } from "../place/StoreProvider";
import { Story } from "./Story";

const PAGE = 50;

/** Everything that ever happened to the item at this store, newest first. */
export function HistoryPage() {
  const { sku: code = "" } = useParams();
  const { store } = useStore();
  const { data: sku } = useSku(code);
  const history = useInfiniteQuery({
    queryKey: ["history", code, store.code],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const path = { sku: code, location: store.code };
      const query = pageParam ? { limit: PAGE, cursor: pageParam } : { limit: PAGE };
      return answerOf(
        api.GET("/v1/positions/{sku}/{location}/history", { params: { path, query }, signal }),
      );
    },
    getNextPageParam: (page) => page.next,
  });
  const { data, error } = history;
  const never = error instanceof ApiError && error.status === 404;
  const entries = data?.pages.flatMap((page) => page.items);
  return (
    <Stack gap="md">
      <Stack gap="xs" align="flex-start">
        <Button
          component={Link}
          to={`/store/item/${encodeURIComponent(code)}`}
          variant="default"
          h={44}
          leftSection={<IconArrowLeft size={18} aria-hidden />}
        >
          Back to the item
        </Button>
        <div>
          <Title order={1} size="h3">
            History of {sku?.name ?? code}
          </Title>
          <Text size="sm" c="dimmed">
            At {store.name}, in its local time
          </Text>
        </div>
      </Stack>
      {error && !data && !never && (
        <FullPageProblem error={error} again={() => void history.refetch()} />
      )}
      {error && data && (
        <Text size="sm" role="status">
          {error.message} What you see may not be the latest.
        </Text>
      )}
      {(never || entries?.length === 0) && (
        <Text role="status">Nothing has happened to this item here yet.</Text>
      )}
      {!data && !error && [1, 2, 3, 4, 5].map((row) => <Skeleton key={row} height={56} />)}
      {entries && <Story entries={entries} unit={sku?.unit ?? "each"} timeZone={store.timeZone} />}
      {history.hasNextPage && (
        <Button
          variant="default"
          size="md"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          Show what was before
        </Button>
      )}
    </Stack>
  );
}
