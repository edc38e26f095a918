import { Button, Stack } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { PageHead } from "@/shared/ui/PageHead";
import { Empty, Listed } from "@/shared/ui/States";
import { ShortfallCard } from "./ShortfallCard";
import { useShortfalls } from "./useShortfalls";

export default function ShortfallsPage() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useShortfalls();
  return (
    <>
      <PageHead
        title="Shortfalls"
        text="More is reserved than is there. Look again, bring goods, or decide who is disappointed."
      />
      <Listed
        rows={data?.pages.flatMap((page) => page.items)}
        error={error}
        again={() => void refetch()}
        empty={
          <Empty
            icon={<IconCircleCheck size={40} aria-hidden />}
            title="Nothing is short"
            text="Everything that is reserved is there. When a count or a loss finds too little, it shows up here."
          />
        }
      >
        {(rows) => (
          <Stack>
            {rows.map((position) => (
              <ShortfallCard key={`${position.sku} ${position.location}`} position={position} />
            ))}
          </Stack>
        )}
      </Listed>
      {hasNextPage && (
        <Button
          mt="md"
          size="md"
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          Show more
        </Button>
      )}
    </>
  );
}
