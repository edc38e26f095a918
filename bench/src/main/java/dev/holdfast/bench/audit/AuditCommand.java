package dev.holdfast.bench.audit;

import dev.holdfast.bench.instance.Database;
import dev.holdfast.bench.instance.InstanceException;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks every promise over a whole database, beside whatever it is doing. */
@Command(
    name = "audit",
    description =
        "Checks every promise over the whole database, independent of the server's code. It only"
            + " reads, sees one moment, and may run while the servers work. An audit is always"
            + " whole, also with --quick.")
public final class AuditCommand extends ReportingCommand {
  @Option(
      names = "--database-url",
      defaultValue = "${env:HOLDFAST_DATABASE_URL}",
      description = "The database, as HOLDFAST_DATABASE_URL names it (default: that variable).")
  private @Nullable String databaseUrl;

  @Option(
      names = "--data",
      description =
          "Data folder of a running server, whose run.json names the database. Wins over"
              + " HOLDFAST_DATABASE_URL (default without either: ./data or HOLDFAST_DATA).")
  private @Nullable Path data;

  @Option(
      names = "--acknowledged",
      description =
          "A client's journal to compare with: CSV, header " + JournalFile.HEADER
              + ", outcome done or refused; none older than outcomes are remembered.")
  private @Nullable Path acknowledged;

  @Option(
      names = "--idempotency-days",
      defaultValue = "${env:HOLDFAST_IDEMPOTENCY_DAYS:-" + Auditor.DEFAULT_IDEMPOTENCY_DAYS + "}",
      description = "How long the servers remember outcomes (default: ${DEFAULT-VALUE}).")
  private int idempotencyDays;

  @Override
  protected String commandName() {
    return "audit";
  }

  @Override
  protected void measure(Report report, Progress progress) throws Exception {
    Auditor auditor = new Auditor(progress, idempotencyDays);
    try (Connection connection = connect()) {
      if (acknowledged == null) {
        auditor.audit(connection).fill(report);
      } else {
        try (JournalFile journal = JournalFile.open(acknowledged)) {
          auditor.audit(connection, journal.told()).fill(report);
        }
      }
    }
  }

  private Connection connect() throws SQLException {
    if (databaseUrl != null && !databaseUrl.isEmpty() && data == null) {
      return DatabaseAddress.parse(databaseUrl).connect();
    }
    String folder = System.getenv().getOrDefault("HOLDFAST_DATA", "data");
    Path from = data == null ? Path.of(folder) : data;
    Database database =
        Database.ofFolder(from)
            .orElseThrow(
                () ->
                    new InstanceException(
                        "No server runs in " + from.toAbsolutePath().normalize()
                            + ": there is no run.json. Start it with ./holdfast up, name its folder"
                            + " with --data, or its database with --database-url."));
    return database.connect();
  }
}
