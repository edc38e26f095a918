import { Anchor, List } from "@mantine/core";
import { Link } from "react-router";
import { addressOf, type Filters } from "../ask/filters";
import type { Report } from "../wire";

/** What one must know to read a report. */
export function Notes({ report, filters }: { report: Report; filters: Filters }) {
  const { currency, otherCurrencies, notes } = report;
  if (otherCurrencies.length === 0 && notes.length === 0) return null;
  return (
    <section aria-label="Notes">
      <List size="sm" c="dimmed">
        {otherCurrencies.length > 0 && (
          <List.Item>
            Money is told in {currency}; there is some in{" "}
            {otherCurrencies.map((other, at) => (
              <span key={other}>
                {at > 0 && ", "}
                <Anchor
                  component={Link}
                  to={`/reports/${report.report}?${addressOf({ ...filters, currency: other })}`}
                  size="sm"
                >
                  {other}
                </Anchor>
              </span>
            ))}{" "}
            too.
          </List.Item>
        )}
        {notes.map((note) => (
          <List.Item key={note}>{note}</List.Item>
        ))}
      </List>
    </section>
  );
}
