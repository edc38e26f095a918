import { Skeleton, Stack } from "@mantine/core";
import { useParams } from "react-router";
import { NotFound } from "@/shared/ui/FullPage";
import { PageHead } from "@/shared/ui/PageHead";
import { Problem } from "@/shared/ui/States";
import { type ReportKind, reportNamed } from "../ask/catalogue";
import { paydaysUntil, today } from "../ask/days";
import { type Filters, only, rangeOf } from "../ask/filters";
import { useFilters } from "../ask/useFilters";
import { useReport } from "../ask/useReport";
import { FilterBar } from "./FilterBar";
import css from "./page.module.css";
import { ReportActions } from "./ReportActions";
import { Shows } from "./Shows";

export default function ReportPage() {
  const kind = reportNamed(useParams().name);
  // Another report begins anew: with its own metric and all rows folded.
  return kind ? <OneReport key={kind.name} kind={kind} /> : <NotFound />;
}

/** What the server is asked, with its days said, so that a link means the same tomorrow. */
function askedOf(kind: ReportKind, filters: Filters): Filters {
  const known = only(filters, kind);
  if (!kind.ofPayday) return { ...known, ...rangeOf(filters) };
  const [latest = today()] = paydaysUntil(today(), 1);
  const payday = filters.payday ?? latest;
  return { ...known, payday, from: payday, to: payday };
}

function OneReport({ kind }: { kind: ReportKind }) {
  const { filters, shown, narrow, show, clear } = useFilters();
  const asked = askedOf(kind, filters);
  const { data: told, error, refetch, isPlaceholderData } = useReport(kind.name, asked);
  return (
    <>
      <PageHead
        title={kind.label}
        text={kind.text}
        action={<ReportActions name={kind.name} filters={asked} shown={shown} />}
      />
      <FilterBar
        filters={filters}
        range={rangeOf(filters)}
        askable={kind}
        usual={kind.usual}
        narrow={narrow}
        clear={clear}
      />
      {error && <Problem error={error} again={() => void refetch()} stale={told !== undefined} />}
      {!told && !error && <Waiting />}
      {told && (
        <div className={css.settling} data-settling={isPlaceholderData}>
          <Shows kind={kind} told={told} filters={asked} shown={shown} show={show} />
        </div>
      )}
    </>
  );
}

const TILES = 6;

/** Where everything will stand. */
function Waiting() {
  return (
    <Stack role="status" aria-label="Loading">
      <div className={css.tiles}>
        {Array.from({ length: TILES }, (_, tile) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
          <Skeleton key={tile} height={62} radius="md" />
        ))}
      </div>
      <Skeleton height={392} radius="md" />
      <Skeleton height={420} radius="md" />
    </Stack>
  );
}
