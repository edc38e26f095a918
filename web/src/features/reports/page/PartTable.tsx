import { Anchor, Group, Title } from "@mantine/core";
import { addressOfFile } from "../ask/api";
import { waitingOrders } from "../ask/drill";
import type { Filters } from "../ask/filters";
import type { Part, Report } from "../wire";
import { ReportTable } from "./ReportTable";
import { spoken } from "./words";

interface Props {
  part: Part;
  report: Report;
  filters: Filters;
}

/** A further table of a report, with a file of its own. */
export function PartTable({ part, report, filters }: Props) {
  const waits = part.name === "backlog" ? { open: () => waitingOrders(filters) } : {};
  return (
    <section aria-label={part.title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {part.title}
        </Title>
        <Anchor
          href={addressOfFile(report.report, filters, { format: "csv", part: part.name })}
          download
          size="sm"
          aria-label={`Download CSV of ${part.title}`}
        >
          CSV
        </Anchor>
      </Group>
      <ReportTable
        caption={part.title}
        table={spoken(part)}
        context={{ currency: report.currency, by: report.by }}
        {...waits}
      />
    </section>
  );
}
