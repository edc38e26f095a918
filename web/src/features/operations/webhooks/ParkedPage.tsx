import { Button } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "react-router";
import { Confirm, type Question } from "@/shared/ui/Confirm";
import { PageHead } from "@/shared/ui/PageHead";
import { Empty, Listed } from "@/shared/ui/States";
import { ParkedTable, ReplayNotice } from "./ParkedTable";
import { useAllParked, useReplaying } from "./useParked";

/** What was given up at any webhook, for whoever has mended a receiver. */
export default function ParkedPage() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAllParked();
  const replaying = useReplaying();
  const [question, setQuestion] = useState<Question>();
  return (
    <>
      <PageHead
        title="Parked deliveries"
        text="What every webhook was not told after all tries. Mend the receiver, then replay; or skip what it need not know."
        action={
          <Button component={Link} to="/operations/webhooks" variant="default" size="md">
            Back to the webhooks
          </Button>
        }
      />
      <div aria-live="polite">
        <ReplayNotice replaying={replaying} />
      </div>
      <Listed
        rows={data?.pages.flatMap((page) => page.items)}
        error={error}
        again={() => void refetch()}
        empty={
          <Empty
            icon={<IconCircleCheck size={40} aria-hidden />}
            title="Nothing is parked"
            text="Every webhook was told everything, or still is being told. What is given up shows up here."
          />
        }
      >
        {(rows) => (
          <ParkedTable
            caption="Parked deliveries"
            rows={rows}
            showWebhook
            replaying={replaying}
            ask={setQuestion}
          />
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
      <Confirm question={question} close={() => setQuestion(undefined)} />
    </>
  );
}
