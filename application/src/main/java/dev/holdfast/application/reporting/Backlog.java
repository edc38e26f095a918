package dev.holdfast.application.reporting;

import dev.holdfast.application.reporting.ReportTable.Column;
import dev.holdfast.application.reporting.ReportTable.Part;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.VersionedFact.Open;
import dev.holdfast.storage.api.RollUpStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shipments that wait to be handed over now, by how long their customers have waited. */
final class Backlog {
  /** Up to which age, and how it is called; the last one has no end. */
  private static final List<Age> AGES =
      List.of(
          new Age("under 4 hours", Duration.ofHours(4)),
          new Age("4 to 24 hours", Duration.ofDays(1)),
          new Age("1 to 2 days", Duration.ofDays(2)),
          new Age("2 to 4 days", Duration.ofDays(4)),
          new Age("4 days and more", Duration.ofDays(36_500)));

  static final List<Column> COLUMNS =
      List.of(
          new Column("age", "Age", ColumnKind.TEXT, "Time since the order was placed."),
          new Column(
              "shipments", "Shipments", ColumnKind.COUNT, "Shipments that are not handed over."),
          new Column("lines", "Lines", ColumnKind.COUNT, "Their lines."),
          new Column("late", "Late", ColumnKind.COUNT, "Those whose cut-off has passed."));

  private record Age(String title, Duration below) {}

  private Backlog() {}

  /**
   * @param notes to which is added what must be known
   */
  static Part of(Asked asked, List<String> notes) {
    List<Open> waiting = read(asked);
    if (waiting.size() == RollUpStore.MAX_OPEN) {
      notes.add("More than " + RollUpStore.MAX_OPEN + " shipments wait; the backlog has these.");
    }
    long[][] counts = new long[AGES.size()][COLUMNS.size() - 1];
    for (Open one : waiting) {
      if (isWanted(one, asked)) {
        long[] count = counts[ageOf(one, asked.now())];
        count[0]++;
        count[1] += one.lines();
        count[2] += isLate(one.shipBy(), asked.now()) ? 1 : 0;
      }
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(AGES.get(i).title());
      for (long count : counts[i]) {
        row.add(count);
      }
      rows.add(row);
    }
    return new Part("backlog", "Backlog by age", COLUMNS, rows);
  }

  /** One place or carrier is the store's to choose; several are chosen here. */
  private static List<Open> read(Asked asked) {
    String place = single(asked, Dimension.LOCATION);
    return asked
        .reads()
        .open(
            asked.question().client(),
            place == null ? null : Integer.valueOf(place),
            single(asked, Dimension.CARRIER));
  }

  private static @Nullable String single(Asked asked, Dimension dimension) {
    Set<String> values = asked.only().getOrDefault(dimension, Set.of());
    return values.size() == 1 ? values.iterator().next() : null;
  }

  private static boolean isWanted(Open one, Asked asked) {
    return isIn(asked, Dimension.LOCATION, Integer.toString(one.locationId()))
        && isIn(asked, Dimension.CARRIER, one.carrier())
        && isIn(asked, Dimension.SERVICE, one.service());
  }

  private static boolean isIn(Asked asked, Dimension dimension, String value) {
    Set<String> wanted = asked.only().get(dimension);
    return wanted == null || wanted.contains(value);
  }

  private static int ageOf(Open one, Instant now) {
    Duration age = Duration.between(one.placedAt(), now);
    int index = 0;
    while (index < AGES.size() - 1 && age.compareTo(AGES.get(index).below()) >= 0) {
      index++;
    }
    return index;
  }

  private static boolean isLate(@Nullable Instant shipBy, Instant now) {
    return shipBy != null && shipBy.isBefore(now);
  }
}
