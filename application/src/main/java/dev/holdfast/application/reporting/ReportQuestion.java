package dev.holdfast.application.reporting;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Dimension;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a report.
 *
 * @param from first day, by the clock of each place
 * @param to last day
 * @param step what a row stands for; null where rows are no stretches of time
 * @param filters codes by dimension, at least one each; a dimension without an entry is not
 *     filtered. Only dimensions that the report has
 * @param currency that money is told in; null for the one that most orders have
 * @param payday of {@link Report#PAYDAY}; null for the latest one in the range that has begun
 */
public record ReportQuestion(
    ClientId client,
    Report report,
    LocalDate from,
    LocalDate to,
    @Nullable Step step,
    Map<Dimension, List<String>> filters,
    @Nullable String currency,
    @Nullable LocalDate payday) {
  /** The days of a report when nobody says which. */
  public static final int USUAL_DAYS = 28;

  /** Two years: what a page can show and a person compare. */
  public static final int MAX_YEARS = 2;

  /** By the hour: a quarter of a year is 2,200 rows. */
  public static final int MAX_DAYS_BY_HOUR = 93;

  /** Of one dimension. */
  public static final int MAX_FILTERS = 100;

  /** Copies the filters. */
  public ReportQuestion {
    filters = Map.copyOf(filters);
  }

  LocalDateTime start() {
    return from.atStartOfDay();
  }

  /** The first moment after it. */
  LocalDateTime end() {
    return to.plusDays(1).atStartOfDay();
  }

  long days() {
    return to.toEpochDay() - from.toEpochDay() + 1;
  }

  Set<Dimension> filtered() {
    return filters.keySet();
  }
}
