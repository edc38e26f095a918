package dev.holdfast.server.runtime.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.reporting.ReportQuestion;
import dev.holdfast.application.reporting.ReportTable;
import dev.holdfast.application.reporting.ReportTable.Column;
import dev.holdfast.application.reporting.Step;
import dev.holdfast.server.runtime.reporting.SlowReports.Seen;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares levels of stock, and paydays, with slow loops over the facts. */
final class LevelCheck {
  private final SlowReports slow;
  private final ReportQuestion question;
  private final ReportTable table;

  LevelCheck(SlowReports slow, ReportQuestion question, ReportTable table) {
    this.slow = slow;
    this.question = question;
    this.table = table;
  }

  void check(Instant now) {
    switch (question.report()) {
      case PAYDAY -> payday();
      default -> stock(now.atZone(ZoneId.of("Europe/Berlin")).toLocalDate());
    }
  }

  private void stock(LocalDate today) {
    Step step = question.step();
    if (step == null) {
      stockByGroup(today);
    } else {
      for (List<@Nullable Object> row : table.rows()) {
        String bucket = String.valueOf(row.getFirst());
        stretch(
            seen -> true,
            day -> ReportCheck.bucket(step, day.atStartOfDay()).equals(bucket),
            row,
            today);
      }
    }
    stretch(seen -> true, day -> true, Objects.requireNonNull(table.totals()), today);
  }

  private void stockByGroup(LocalDate today) {
    Set<List<String>> told =
        new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
    for (List<@Nullable Object> row : table.rows()) {
      String place = row.get(0) == null ? "" : String.valueOf(row.get(0));
      String category = row.get(1) == null ? "" : String.valueOf(row.get(1));
      told.add(List.of(place, category));
      Predicate<Seen> mine =
          seen -> seen.location().equals(place) && seen.category().equals(category);
      stretch(mine, day -> true, row, today);
    }
    SlowSheet all =
        slow.stock(
            question,
            seen ->
                seen.hour().toLocalDate().isAfter(question.to())
                    ? null
                    : List.of(seen.location(), seen.category()));
    for (Object key : all.keys()) {
      assertThat(told.contains(key) || all.all(key, "onHand") == 0).as("a row of %s", key).isTrue();
    }
  }

  /** One row: of some places, and of some days of the range. */
  private void stretch(
      Predicate<Seen> mine,
      Predicate<LocalDate> wanted,
      List<@Nullable Object> row,
      LocalDate today) {
    List<LocalDate> days =
        question.from().datesUntil(question.to().plusDays(1)).filter(wanted).toList();
    Function<Seen, Object> when =
        seen -> {
          LocalDate day = seen.hour().toLocalDate();
          if (!mine.test(seen) || day.isAfter(days.getLast())) {
            return null;
          }
          return day.isBefore(days.getFirst()) ? "before" : "in";
        };
    SlowSheet sheet = slow.stock(question, when);
    long opening = sheet.all("before", "onHand");
    long closing = opening + sheet.all("in", "onHand");
    long sold = sheet.all("in", "sold");
    long begun = Math.max(1, days.stream().filter(day -> !day.isAfter(today)).count());
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      Long expected =
          switch (column.name()) {
            case "time", "location", "category" -> null;
            case "on_hand" -> closing;
            case "turns" ->
                opening + closing <= 0
                    ? null
                    : SlowSheet.ratio(
                        big(sold).multiply(big(365 * 2)),
                        big(opening + closing).multiply(big(begun)),
                        100);
            case "days_of_cover" ->
                sold <= 0
                    ? null
                    : SlowSheet.ratio(big(closing).multiply(big(begun)), big(sold), 100);
            default -> sheet.cell(column.name(), "in", null);
          };
      if (!Set.of("time", "location", "category").contains(column.name())) {
        assertThat(row.get(i)).as("%s of %s", column.name(), row).isEqualTo(expected);
      }
    }
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  /** By counting the Fridays of each month on fingers. */
  private static boolean isPayday(LocalDate day) {
    int friday = (day.getDayOfMonth() + 6) / 7;
    return day.getDayOfWeek() == DayOfWeek.FRIDAY && (friday == 1 || friday == 3);
  }

  private void payday() {
    LocalDate day = Objects.requireNonNull(question.payday());
    LocalDate last = day.minusDays(1);
    List<LocalDate> ordinary = new ArrayList<>();
    while (!isPayday(last)) {
      if (last.getDayOfWeek() == DayOfWeek.FRIDAY) {
        ordinary.add(last);
      }
      last = last.minusDays(1);
    }
    for (List<@Nullable Object> row : table.rows()) {
      long hour = (Long) Objects.requireNonNull(row.getFirst());
      paydayRow(List.of(List.of(day), List.of(last), ordinary), hour, row);
    }
    paydayRow(
        List.of(List.of(day), List.of(last), ordinary), -1, Objects.requireNonNull(table.totals()));
    List<List<@Nullable Object>> wholeDays = table.parts().getFirst().rows();
    assertThat(wholeDays.get(2).get(1))
        .isEqualTo(String.join(" ", ordinary.stream().map(LocalDate::toString).sorted().toList()));
  }

  private void paydayRow(List<List<LocalDate>> sides, long hour, List<@Nullable Object> row) {
    SlowSheet sheet =
        slow.count(
            question,
            Set.of(),
            seen -> {
              for (int side = 0; side < sides.size(); side++) {
                boolean then = hour < 0 || seen.hour().getHour() == hour;
                if (then && sides.get(side).contains(seen.hour().toLocalDate())) {
                  return side;
                }
              }
              return null;
            });
    int columns = table.columns().size();
    for (int i = 1; i < columns; i++) {
      int side = (i - 1) % 3;
      String column = table.columns().get(i - side).name();
      Long expected = sheet.cell(column, side, table.currency());
      if (side == 2 && !column.equals("fill_rate")) {
        long times = column.equals("units") ? 1 : 100;
        expected = SlowSheet.ratio(Objects.requireNonNull(expected), sides.get(2).size(), times);
      }
      assertThat(row.get(i))
          .as("%s at %d", table.columns().get(i).name(), hour)
          .isEqualTo(expected);
    }
  }
}
