package dev.holdfast.application.reporting;

import dev.holdfast.application.reporting.ReportTable.Column;
import dev.holdfast.application.reporting.ReportTable.Part;
import dev.holdfast.storage.api.BacklogQuestion;
import dev.holdfast.storage.api.BacklogQuestion.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
          new Age("4 days and more", null));

  static final List<Column> COLUMNS =
      List.of(
          new Column("age", "Age", ColumnKind.TEXT, "Time since the order was placed."),
          new Column(
              "shipments", "Shipments", ColumnKind.COUNT, "Shipments that are not handed over."),
          new Column("lines", "Lines", ColumnKind.COUNT, "Their lines."),
          new Column("late", "Late", ColumnKind.COUNT, "Those whose cut-off has passed."));

  private record Age(String title, @Nullable Duration below) {}

  private Backlog() {}

  static Part of(Asked asked) {
    Instant now = asked.now();
    List<Instant> limits =
        AGES.stream().map(Age::below).filter(Objects::nonNull).map(now::minus).toList();
    List<Waiting> waiting =
        asked
            .reads()
            .backlog(new BacklogQuestion(asked.question().client(), asked.only(), limits, now));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < AGES.size(); i++) {
      Waiting age = waiting.get(i);
      rows.add(List.of(AGES.get(i).title(), age.shipments(), age.lines(), age.late()));
    }
    return new Part("backlog", "Backlog by age", COLUMNS, rows);
  }
}
