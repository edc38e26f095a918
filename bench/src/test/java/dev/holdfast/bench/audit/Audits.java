package dev.holdfast.bench.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bench.audit.AuditReport.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Audits of books that may be corrupt. */
final class Audits {
  private Audits() {}

  static AuditReport of(String url) throws SQLException {
    try (Connection connection = AuditDatabase.connect(url)) {
      return new Auditor(Quiet.progress()).audit(connection);
    }
  }

  /** What was found of one promise. */
  static Result result(AuditReport report, String promise) {
    List<Result> found =
        report.results().stream().filter(result -> result.check().title().equals(promise)).toList();
    assertThat(found).as(promise).hasSize(1);
    return found.getFirst();
  }

  /** Breaks sound books, and demands that the audit finds it and says what to do. */
  static void demandFound(Corruption corruption) throws SQLException {
    String url = AuditDatabase.fresh();
    AuditDatabase.connect(url, corruption.sql().toArray(String[]::new)).close();

    AuditReport report = of(url);

    Result broken = result(report, corruption.promise());
    assertThat(broken.violations()).as(String.join("\n", report.broken())).isPositive();
    assertThat(String.join("\n", broken.lines())).contains(corruption.line());
    assertThat(report.holds()).isFalse();
    assertThat(report.broken()).contains("  What to do: " + broken.check().mend());
  }
}
