import { SimpleGrid, Skeleton, Stack } from "@mantine/core";
import { IconChartLine } from "@tabler/icons-react";
import { PageHead } from "@/shared/ui/PageHead";
import { Empty, Problem } from "@/shared/ui/States";
import { type Askable, type Filters, only, rangeOf } from "../ask/filters";
import { rangeBefore } from "../ask/ranges";
import { useFilters } from "../ask/useFilters";
import { useReport } from "../ask/useReport";
import { isEmpty } from "../charts/model";
import { FilterBar } from "../page/FilterBar";
import { NotFresh } from "../page/Provenance";
import css from "../page/page.module.css";
import { rangeText } from "../values/times";
import { BacklogCard } from "./BacklogCard";
import { KeyFigures } from "./KeyFigures";
import { PaydayCard } from "./PaydayCard";

/** What every report of the dashboard can be narrowed to. */
const KNOWN: Askable = { filters: ["location"], grains: [], ofPayday: false };

/** How the company does, at a glance: each figure leads to the report behind it. */
export default function Dashboard() {
  const { filters, narrow, clear } = useFilters();
  const range = rangeOf(filters);
  const asked: Filters = { ...only(filters, KNOWN), ...range };
  const now = useReport("overview", asked);
  const before = useReport("overview", { ...asked, ...rangeBefore(range) });
  return (
    <>
      <PageHead
        title="Reports"
        text={`${rangeText(range.from, range.to)}, against as many days before.`}
      />
      <FilterBar
        filters={filters}
        range={range}
        askable={KNOWN}
        usual={undefined}
        narrow={narrow}
        clear={clear}
      />
      {now.error && (
        <Problem
          error={now.error}
          again={() => void now.refetch()}
          stale={now.data !== undefined}
        />
      )}
      <Stack>
        {!now.data && !now.error && (
          <Skeleton height={430} radius="md" role="status" aria-label="Loading" />
        )}
        {now.data && (
          <div className={css.settling} data-settling={now.isPlaceholderData}>
            <NotFresh report={now.data.report} />
            {!isEmpty(now.data.report) ? (
              <KeyFigures told={now.data} before={before.data?.report} filters={asked} />
            ) : (
              <NothingYet />
            )}
          </div>
        )}
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <PaydayCard filters={asked} />
          <BacklogCard filters={asked} />
        </SimpleGrid>
      </Stack>
    </>
  );
}

function NothingYet() {
  return (
    <Empty
      icon={<IconChartLine size={40} aria-hidden />}
      title="Nothing was ordered in these days"
      text="Take another range, or clear the filters. What is ordered now is counted within seconds."
    />
  );
}
