package dev.holdfast.bench.audit;

import dev.holdfast.bench.instance.Database;
import dev.holdfast.bench.instance.InstanceException;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
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
      description = "The database: postgres://user:password@host:5432/name.")
  private @Nullable String databaseUrl;

  @Option(
      names = "--data",
      description =
          "Data folder of a running server, whose run.json names the database. Without this and"
              + " --database-url: HOLDFAST_DATABASE_URL, or else HOLDFAST_DATA, or else ./data.")
  private @Nullable Path data;

  @Option(
      names = "--acknowledged",
      description =
          "A client's journal to compare with: CSV, header "
              + JournalFile.HEADER
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
    Map<String, String> environment = System.getenv();
    String variable = data == null ? environment.getOrDefault("HOLDFAST_DATABASE_URL", "") : "";
    String url = databaseUrl == null ? variable : databaseUrl;
    if (!url.isEmpty()) {
      return DatabaseAddress.parse(url).connect();
    }
    Path folder = data == null ? usualFolder(environment) : data;
    return Database.ofFolder(folder)
        .orElseThrow(() ->
            new InstanceException(
                "No server runs in "
                    + folder.toAbsolutePath().normalize()
                    + ": there is no run.json. Start it with ./holdfast up, name its folder"
                    + " with --data, or its database with --database-url."))
        .connect();
  }

  /** Where {@code ./holdfast up} keeps its files. */
  private static Path usualFolder(Map<String, String> environment) {
    String named = environment.getOrDefault("HOLDFAST_DATA", "");
    return named.isEmpty()
        ? Path.of(environment.getOrDefault("HOLDFAST_HOME", "")).resolve("data")
        : Path.of(named);
  }
}
