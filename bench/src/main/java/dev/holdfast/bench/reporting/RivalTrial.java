package dev.holdfast.bench.reporting;

import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.InstanceException;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.reporting.RivalQuestion.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Roll-ups against DuckDB. Real orders are repeated over a year by SQL, because nobody can place
 * them in the past; the server folds them and exports them as it does all others, and both sides
 * are asked about the same.
 */
final class RivalTrial {
  private static final int QUICK_ROWS = 2_000;
  private static final int TURNS = 40;
  private static final int QUICK_TURNS = 3;
  private static final int DAYS = 365;
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final double BAR = 1;

  /** What happened in reports alone, the demo's past, is no fact of the ledger: fold again. */
  private static final String FORGET =
      """
      begin;
      select value from holdfast.roll_up_mark for update;
      truncate holdfast.roll_up, holdfast.roll_up_fact, holdfast.open_shipment;
      update holdfast.roll_up_mark set value = 1, as_of = 'epoch';
      commit;
      """;

  private static final String ORIGINAL =
      "create temp table original as select row_number() over (order by id) - 1 as k, *"
          + " from holdfast.customer_order";

  /**
   * At noon to 10 in the evening UTC, when it is the same day all over the country of the demo.
   * Some thousand orders of a transaction each, as a burst would be.
   */
  private static final String REPEAT =
      """
      insert into holdfast.customer_order (id, client_id, number, state, version, promised,
        ship_by, location_id, location_ids, carrier, service, document, created_at, updated_at)
      select n.id, o.client_id, o.number || '-' || n.i, o.state, o.version, o.promised, o.ship_by,
        o.location_id, o.location_ids, o.carrier, o.service,
        replace(o.document::text, o.id::text, n.id::text)::json,
        date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'
          - (n.i %% %d + 1) * interval '1 day' + interval '12 hours' + random() * interval '10 hours',
        now()
      from (select i, gen_random_uuid() as id from generate_series(?, ?) i) n
      join original o on o.k = n.i %% ?
      """
          .formatted(DAYS);

  private static final int PER_TRANSACTION = 2_000;

  private final Instance instance;
  private final Report report;
  private final Progress progress;
  private final boolean quick;

  RivalTrial(Stand stand, Report report, Progress progress, boolean quick) {
    this.instance = stand.instance();
    this.report = report;
    this.progress = progress;
    this.quick = quick;
  }

  void run(int wanted) throws Exception {
    int rows = quick ? QUICK_ROWS : wanted;
    try (Connection owner = instance.database().connect()) {
      progress.step("repeating orders over a year");
      try (Statement statement = owner.createStatement()) {
        statement.execute(FORGET);
      }
      repeat(owner, rows);
      progress.step("folding them");
      awaitFolded(owner);
      try (Statement statement = owner.createStatement()) {
        statement.execute("vacuum analyze");
      }
    }
    progress.step("exporting the lake");
    Path lake = instance.folder().resolve("lake");
    export(lake);
    try (Connection rollUps = asApp();
        Connection files = DriverManager.getConnection("jdbc:duckdb:")) {
      open(files, lake);
      compare(rollUps, files);
    }
  }

  private void repeat(Connection owner, int rows) throws SQLException {
    long real =
        Long.parseLong(instance.database().ask("select count(*) from holdfast.customer_order"));
    try (Statement statement = owner.createStatement()) {
      statement.execute(ORIGINAL);
    }
    try (PreparedStatement insert = owner.prepareStatement(REPEAT)) {
      for (int from = 1; from <= rows; from += PER_TRANSACTION) {
        insert.setInt(1, from);
        insert.setInt(2, Math.min(rows, from + PER_TRANSACTION - 1));
        insert.setLong(3, real);
        insert.executeUpdate();
      }
    }
    report.note(
        Numbers.text(rows) + " orders of " + DAYS + " days, repeated from " + real + " real ones.");
  }

  private void awaitFolded(Connection owner) throws SQLException {
    String left =
        """
        select (select count(*) from holdfast.customer_order)
          - (select coalesce(sum(orders), 0) from holdfast.roll_up where cut = 0 and grain = 2)
        """;
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (ask(owner, left) != 0) {
      if (System.nanoTime() - giveUp > 0) {
        throw new InstanceException("Reports do not count what is in the ledger: see the log.");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  private static long ask(Connection owner, String question) throws SQLException {
    try (Statement statement = owner.createStatement();
        var row = statement.executeQuery(question)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void export(Path lake) throws IOException, InterruptedException {
    long start = System.nanoTime();
    instance.holdfast("export", "lake", lake.toString());
    report.figure("export_s", (System.nanoTime() - start) / 1e9);
  }

  /** As the server asks: a role that sees one client's rows. */
  private Connection asApp() throws SQLException {
    Connection connection = instance.database().connect();
    try (Statement statement = connection.createStatement()) {
      String role = instance.database().ask("select current_database() || '_app'");
      statement.execute("set search_path to holdfast; set jit = off");
      statement.execute("select set_config('holdfast.client', '" + client() + "', false)");
      statement.execute("set role " + statement.enquoteIdentifier(role, true));
    }
    return connection;
  }

  private long client() throws SQLException {
    return Long.parseLong(instance.database().ask("select min(id) from holdfast.client"));
  }

  /** The files as they were exported, with the older versions of orders left out for speed. */
  private static void open(Connection files, Path lake) throws SQLException, IOException {
    Path latest = lake.resolveSibling("latest.parquet");
    try (Statement statement = files.createStatement()) {
      statement.execute(Files.readString(lake.resolve("duckdb.sql")));
      statement.execute("set enable_progress_bar = false");
      statement.execute(
          "copy (select * from order_lines order by client, day, order_id, line) to '"
              + latest
              + "' (format parquet, row_group_size 20000)");
      statement.execute(
          "create or replace view order_lines as select * from read_parquet('" + latest + "')");
    }
  }

  private void compare(Connection rollUps, Connection files) throws Exception {
    int id = (int) client();
    String code = instance.database().ask("select code from holdfast.client where id = " + id);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    RivalClock clock = new RivalClock(rollUps, files, quick ? QUICK_TURNS : TURNS, report);
    progress.step("asking both about four weeks");
    double weeks = clock.compare("four weeks", new Range(id, code, today.minusDays(28), today));
    progress.step("asking both about a year");
    double year = clock.compare("a year", new Range(id, code, today.minusDays(DAYS), today));
    report.figure("ratio_four_weeks", weeks).figure("ratio_year", year);
    report.speed("roll-ups / DuckDB, four weeks", weeks, Relation.AT_MOST, BAR);
    report.speed("roll-ups / DuckDB, a year", year, Relation.AT_MOST, BAR);
  }
}
