package dev.holdfast.bench.reporting;

import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks both sides the same questions in turns, compares what they answer, and times them. */
final class RivalClock {
  private static final int WARM_UPS = 6;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Connection rollUps;
  private final Connection files;
  private final int turns;
  private final Report report;

  RivalClock(Connection rollUps, Connection files, int turns, Report report) {
    this.rollUps = rollUps;
    this.files = files;
    this.turns = turns;
    this.report = report;
  }

  /** Asks about one range; its title names the rows of the report. */
  double compare(String title, RivalQuestion.Range range) throws SQLException {
    Table table = new Table(title, "rows", "roll-ups ms", "DuckDB ms", "ratio");
    double ours = 0;
    double theirs = 0;
    long different = 0;
    for (RivalQuestion question : RivalQuestion.values()) {
      try (PreparedStatement here = rollUps.prepareStatement(question.ofRollUps(range));
          PreparedStatement there = files.prepareStatement(question.ofFiles(range))) {
        List<String> answer = answer(here, question);
        List<String> other = answer(there, question);
        if (!answer.equals(other)) {
          different++;
          report.note(difference(question, answer, other));
        }
        double[] medians = timed(here, there, question);
        ours += medians[0];
        theirs += medians[1];
        table.row(
            question.name().toLowerCase(java.util.Locale.ROOT),
            Numbers.text(answer.size()),
            Numbers.text(medians[0]),
            Numbers.text(medians[1]),
            Numbers.text(medians[0] / medians[1]));
      }
    }
    table.row(
        "dashboard", "", Numbers.text(ours), Numbers.text(theirs), Numbers.text(ours / theirs));
    report.table("Medians over " + turns + " turns, over JDBC in this process", table);
    report.correctness(title + ": answers that differ", different, Relation.EXACTLY, 0);
    return ours / theirs;
  }

  private double[] timed(PreparedStatement here, PreparedStatement there, RivalQuestion question)
      throws SQLException {
    for (int i = 0; i < WARM_UPS; i++) {
      answer(here, question);
      answer(there, question);
    }
    double[] ours = new double[turns];
    double[] theirs = new double[turns];
    for (int turn = 0; turn < turns; turn++) {
      boolean first = turn % 2 == 0;
      if (first) {
        ours[turn] = millis(here, question);
      }
      theirs[turn] = millis(there, question);
      if (!first) {
        ours[turn] = millis(here, question);
      }
    }
    return new double[] {Numbers.median(ours), Numbers.median(theirs)};
  }

  private static double millis(PreparedStatement query, RivalQuestion question)
      throws SQLException {
    long start = System.nanoTime();
    answer(query, question);
    return (System.nanoTime() - start) / NANOS_PER_MILLI;
  }

  private static List<String> answer(PreparedStatement query, RivalQuestion question)
      throws SQLException {
    int words = RivalQuestion.words();
    List<String> rows = new ArrayList<>();
    try (ResultSet found = query.executeQuery()) {
      while (found.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= words; i++) {
          row.append(found.getString(i)).append('|');
        }
        for (int i = words + 1; i <= words + question.numbers(); i++) {
          BigDecimal number = found.getBigDecimal(i);
          row.append(number == null ? 0 : number.longValue()).append('|');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static String difference(RivalQuestion question, List<String> one, List<String> other) {
    List<String> here = new ArrayList<>(one);
    here.removeAll(other);
    List<String> there = new ArrayList<>(other);
    there.removeAll(one);
    return "%s differs: %d rows and %d rows; first %s against %s"
        .formatted(
            question,
            one.size(),
            other.size(),
            here.isEmpty() ? "none" : here.getFirst(),
            there.isEmpty() ? "none" : there.getFirst());
  }
}
