package dev.holdfast.bench.audit;

import dev.holdfast.bench.instance.Database;
import dev.holdfast.bench.instance.InstanceException;
import dev.holdfast.bench.report.Progress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks every invariant that a database can show, over all of it, as it is at one moment: in one
 * transaction that sees one snapshot and can write nothing, so commands may go on beside it.
 *
 * <p>It reads tables and never indexes, so a damaged index hides nothing; it uses one core of the
 * database and holds vacuum back until it ends. Tens of millions of entries take minutes.
 */
public final class Auditor {
  /** How long a server remembers outcomes when it is not told otherwise. */
  public static final int DEFAULT_IDEMPOTENCY_DAYS = 30;

  static final List<Question> QUESTIONS =
      Stream.of(
              StockChecks.questions(),
              SchemaChecks.questions(),
              LedgerChecks.questions(),
              ReservationChecks.questions(),
              OrderChecks.questions(),
              LotChecks.questions(),
              OutcomeChecks.questions(),
              TransferChecks.questions(),
              IsolationChecks.questions(),
              RoleChecks.questions())
          .flatMap(List::stream)
          .toList();

  /** Questions, and what is not one: reading all outcomes, and trying the server's role. */
  private static final int STEPS = QUESTIONS.size() + 2;

  private static final String UNKNOWN_ROLE = "22023";
  private static final String NOT_PERMITTED = "42501";

  /** Large joins run in little memory, on one core, from the tables themselves. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("search_path", "holdfast"),
          Map.entry("timezone", "UTC"),
          Map.entry("work_mem", "64MB"),
          Map.entry("jit", "off"),
          Map.entry("max_parallel_workers_per_gather", "0"),
          Map.entry("enable_indexscan", "off"),
          Map.entry("enable_indexonlyscan", "off"),
          Map.entry("enable_bitmapscan", "off"),
          Map.entry("statement_timeout", "0"),
          Map.entry("idle_in_transaction_session_timeout", "0"));

  private final Progress progress;
  private final int idempotencyDays;

  /** An auditor of servers that remember outcomes for the usual time. */
  public Auditor(Progress progress) {
    this(progress, DEFAULT_IDEMPOTENCY_DAYS);
  }

  /**
   * @param idempotencyDays how long the servers remember outcomes; an older effect may be without
   */
  public Auditor(Progress progress, int idempotencyDays) {
    this.progress = progress;
    this.idempotencyDays = idempotencyDays;
  }

  /**
   * Audits the database behind a connection.
   *
   * @param connection of a login that is a member of the auditor's role, as the owner's login is;
   *     it is in no transaction, and will be in none afterwards
   * @throws InstanceException with the mend, if this is no database of Holdfast's or the login may
   *     not audit it
   */
  public AuditReport audit(Connection connection) throws SQLException {
    return audit(connection, List.of());
  }

  /**
   * Audits a database and compares it with what clients were told, none of it longer ago than
   * outcomes are remembered.
   */
  public AuditReport audit(Connection connection, Iterable<Acknowledged> journal)
      throws SQLException {
    boolean compares = journal.iterator().hasNext();
    progress.expect(STEPS + (compares ? 1 : 0));
    connection.setAutoCommit(false);
    try {
      begin(connection);
      AuditRun run = new AuditRun(connection, progress, idempotencyDays);
      run.askAll();
      if (compares) {
        run.compare(journal);
      }
      return report(connection, run.tallies());
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Audits the database of an instance, through a connection that it opens and closes. */
  public AuditReport audit(Database database, Iterable<Acknowledged> journal) throws SQLException {
    try (Connection connection = database.connect()) {
      return audit(connection, journal);
    }
  }

  private static void begin(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
        statement.execute("set local " + setting.getKey() + " = '" + setting.getValue() + "'");
      }
      requireSchema(connection, statement);
      becomeAuditor(connection, statement);
    }
  }

  private static void requireSchema(Connection connection, Statement statement)
      throws SQLException {
    try (ResultSet row =
        statement.executeQuery("select to_regclass('holdfast.command_outcome') is not null")) {
      row.next();
      if (!row.getBoolean(1)) {
        throw new InstanceException(
            "The database "
                + connection.getCatalog()
                + " holds no Holdfast. Name the right one with"
                + " --database-url, or start ./holdfast up once to make it.");
      }
    }
  }

  private static void becomeAuditor(Connection connection, Statement statement)
      throws SQLException {
    String role = connection.getCatalog() + "_audit";
    try {
      statement.execute("set local role " + statement.enquoteIdentifier(role, true));
    } catch (SQLException refused) {
      String state = String.valueOf(refused.getSQLState());
      if (!state.equals(UNKNOWN_ROLE) && !state.equals(NOT_PERMITTED)) {
        throw refused;
      }
      throw new InstanceException(
          "The login may not audit: "
              + refused.getMessage()
              + ". Use the login that the server uses"
              + " (it makes the role at its start), or GRANT \""
              + role
              + "\" TO the login.",
          refused);
    }
  }

  private static AuditReport report(Connection connection, List<Tally> tallies)
      throws SQLException {
    List<Violation> shown = new ArrayList<>();
    tallies.forEach(tally -> shown.addAll(tally.first()));
    Names names = new Names(connection, shown);
    List<AuditReport.Result> results = new ArrayList<>();
    for (Tally tally : tallies) {
      results.add(
          new AuditReport.Result(
              tally.check(),
              tally.examined(),
              tally.violations(),
              tally.first().stream().map(names::line).toList(),
              tally.notChecked()));
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select now(), current_setting('server_version')")) {
      row.next();
      Instant moment = row.getObject(1, OffsetDateTime.class).toInstant();
      return new AuditReport(moment, row.getString(2), results);
    }
  }
}
