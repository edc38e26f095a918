package dev.holdfast.server.runtime.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.reporting.Report;
import dev.holdfast.application.reporting.ReportQuestion;
import dev.holdfast.application.reporting.ReportTable;
import dev.holdfast.application.reporting.ReportTable.Column;
import dev.holdfast.application.reporting.Step;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.server.runtime.reporting.SlowReports.Seen;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares an answered report, cell by cell, with what slow loops over the facts come to. */
final class ReportCheck {
  private static final Set<String> DIMENSIONS =
      Set.of("time", "weekday", "hour", "location", "carrier", "service", "category");

  private final SlowReports slow;
  private final ReportQuestion question;
  private final ReportTable table;

  ReportCheck(RawFacts facts, ReportQuestion question, ReportTable table) {
    this.slow = new SlowReports(facts);
    this.question = question;
    this.table = table;
  }

  /** Compares everything but {@code stock} and {@code payday}, which {@link LevelCheck} does. */
  void check(Instant now) {
    switch (question.report()) {
      case OVERVIEW -> series();
      case WAREHOUSE -> {
        series();
        backlog(now);
      }
      case HOURS -> hours();
      case LOCATIONS -> groups(EnumSet.of(Dimension.LOCATION));
      case CARRIERS -> groups(EnumSet.of(Dimension.CARRIER, Dimension.SERVICE));
      case CATEGORIES -> groups(EnumSet.of(Dimension.CATEGORY));
      case STOCK, PAYDAY -> new LevelCheck(slow, question, table).check(now);
    }
  }

  private boolean inRange(Seen seen) {
    LocalDate day = seen.hour().toLocalDate();
    return !day.isBefore(question.from()) && !day.isAfter(question.to());
  }

  private void series() {
    Step step = Objects.requireNonNull(question.step());
    SlowSheet sheet =
        slow.count(question, Set.of(), seen -> inRange(seen) ? bucket(step, seen.hour()) : null);
    Set<String> buckets = new TreeSet<>();
    for (LocalDateTime hour = question.from().atStartOfDay();
        hour.isBefore(question.to().plusDays(1).atStartOfDay());
        hour = hour.plusHours(1)) {
      buckets.add(bucket(step, hour));
    }
    assertThat(table.rows().stream().map(row -> row.getFirst()).toList())
        .isEqualTo(List.copyOf(buckets));
    rows(sheet, row -> row.getFirst());
    SlowSheet all = slow.count(question, Set.of(), seen -> inRange(seen) ? "all" : null);
    row(all, "all", Objects.requireNonNull(table.totals()));
  }

  static String bucket(Step step, LocalDateTime hour) {
    LocalDate day = hour.toLocalDate();
    return switch (step) {
      case HOUR -> day + "T" + String.format("%02d:00", hour.getHour());
      case DAY -> day.toString();
      case WEEK -> day.with(WeekFields.ISO.dayOfWeek(), 1).toString();
      case MONTH -> day.toString().substring(0, 7) + "-01";
    };
  }

  private void hours() {
    SlowSheet sheet =
        slow.count(
            question,
            Set.of(),
            seen ->
                inRange(seen)
                    ? List.of(
                        (long) seen.hour().getDayOfWeek().getValue(), (long) seen.hour().getHour())
                    : null);
    assertThat(table.rows()).hasSize(7 * 24);
    rows(sheet, row -> row.subList(0, 2));
  }

  private void groups(Set<Dimension> by) {
    SlowSheet sheet = slow.count(question, by, seen -> inRange(seen) ? codes(by, seen) : null);
    List<Object> expected = new ArrayList<>();
    for (Object key : sheet.keys()) {
      if (sheet.hasAny(key)) {
        expected.add(key);
      }
    }
    List<Object> told = new ArrayList<>();
    table.rows().forEach(row -> told.add(key(row, by)));
    assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
    rows(sheet, row -> key(row, by));
    groupTotals();
  }

  private static List<String> key(List<@Nullable Object> row, Set<Dimension> by) {
    return row.subList(0, by.size()).stream()
        .map(cell -> cell == null ? "" : cell.toString())
        .toList();
  }

  private static List<String> codes(Set<Dimension> by, Seen seen) {
    List<String> codes = new ArrayList<>();
    for (Dimension dimension : by) {
      codes.add(
          switch (dimension) {
            case LOCATION -> seen.location();
            case CARRIER -> seen.carrier();
            case SERVICE -> seen.service();
            case CATEGORY -> seen.category();
          });
    }
    return codes;
  }

  /** Sums that add up are those of all rows; orders are told where each counts once. */
  private void groupTotals() {
    Set<String> whole =
        Set.of("orders", "lines", "split_rate", "cartons_per_order", "cost_per_order");
    List<@Nullable Object> totals = Objects.requireNonNull(table.totals());
    Function<Seen, Object> all = seen -> inRange(seen) ? "all" : null;
    Set<Dimension> by = by(question.report());
    SlowSheet parts = slow.count(question, by, all);
    SlowSheet once = slow.count(question, Set.of(), all);
    for (int i = by.size(); i < totals.size(); i++) {
      String column = table.columns().get(i).name();
      Long expected;
      if (!whole.contains(column)) {
        expected = parts.cell(column, "all", table.currency());
      } else if (question.filters().isEmpty()) {
        expected = once.cell(column, "all", table.currency());
      } else {
        continue;
      }
      assertThat(totals.get(i)).as("total of %s", column).isEqualTo(expected);
    }
  }

  private static Set<Dimension> by(Report report) {
    return switch (report) {
      case LOCATIONS -> EnumSet.of(Dimension.LOCATION);
      case CARRIERS -> EnumSet.of(Dimension.CARRIER, Dimension.SERVICE);
      default -> EnumSet.of(Dimension.CATEGORY);
    };
  }

  private void rows(SlowSheet sheet, Function<List<@Nullable Object>, @Nullable Object> key) {
    for (List<@Nullable Object> row : table.rows()) {
      row(sheet, Objects.requireNonNull(key.apply(row)), row);
    }
  }

  private void row(SlowSheet sheet, Object key, List<@Nullable Object> row) {
    List<Column> columns = table.columns();
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i).name();
      if (!DIMENSIONS.contains(column)) {
        assertThat(row.get(i))
            .as("%s of %s", column, key)
            .isEqualTo(sheet.cell(column, key, table.currency()));
      }
    }
  }

  private void backlog(Instant now) {
    long[][] ages = slow.backlog(question, now);
    List<List<@Nullable Object>> rows = table.parts().getFirst().rows();
    for (int age = 0; age < ages.length; age++) {
      assertThat(rows.get(age).subList(1, 4))
          .as("backlog of %s", rows.get(age).getFirst())
          .isEqualTo(List.of(ages[age][0], ages[age][1], ages[age][2]));
    }
  }
}
