package dev.holdfast.bench.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.bench.audit.AuditReport.Result;
import dev.holdfast.bench.audit.Books.Line;
import dev.holdfast.bench.instance.InstanceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditorTest {
  private String url;

  @BeforeEach
  void copyTheSoundBooks() throws SQLException {
    url = AuditDatabase.fresh();
  }

  @Test
  void soundBooksHold() throws SQLException {
    AuditReport report = audit();

    assertThat(report.broken()).isEmpty();
    assertThat(report.holds()).isTrue();
    assertThat(report.results()).allSatisfy(result -> assertThat(result.notChecked()).isEmpty());
    assertThat(Audits.result(report, "3 balances chain").examined()).isEqualTo(42);
  }

  @Test
  void everyPromiseHasACorruptionThatBreaksIt() throws SQLException {
    Set<String> broken =
        Stream.concat(StockCorruptionsTest.corruptions(), RecordCorruptionsTest.corruptions())
            .map(Corruption::promise)
            .collect(Collectors.toUnmodifiableSet());

    assertThat(audit().results())
        .extracting(result -> result.check().title())
        .containsExactlyInAnyOrderElementsOf(broken);
  }

  @Test
  void aReservationThatIsAFewSecondsOverdueIsFine() throws SQLException {
    corrupt("update reservation set expires_at = now() - interval '15 s' where state = 0");

    assertThat(
            Audits.result(audit(), "4 no active reservation is more than 30 s overdue")
                .violations())
        .isZero();
  }

  @Test
  void anOutcomeMayBeForgottenAfterItsTime() throws SQLException {
    corrupt("delete from command_outcome where idempotency_key = 'sell'");

    try (Connection connection = AuditDatabase.connect(url)) {
      assertThat(new Auditor(Quiet.progress(), 0).audit(connection).broken()).isEmpty();
    }
  }

  @Test
  void otherChecksOfOutcomesWaitUntilAllCanBeRead() throws SQLException {
    corrupt("update command_outcome set outcome = 'x' where idempotency_key = 'sell'");

    AuditReport report = audit();

    assertThat(report.violations()).isOne();
    assertThat(Audits.result(report, "5 no change was answered twice").notChecked())
        .isEqualTo("an outcome cannot be read, see \"5 every outcome can be read\"");
  }

  @Test
  void onlyTheFirstFewOfManyViolationsAreShown() throws SQLException {
    corrupt("update ledger_entry set actor = 77");

    AuditReport report = audit();

    assertThat(Audits.result(report, "9 entries were made by their client's keys").violations())
        .isEqualTo(42);
    assertThat(report.broken())
        .hasSize(Tally.KEPT + 3)
        .contains("BROKEN: 9 entries were made by their client's keys (42 of 42 looked at)")
        .contains("  and 37 more");
  }

  @Test
  void aLoginThatMayNotBecomeTheServersRoleLeavesThatUnchecked() throws SQLException {
    corrupt(
        "drop role if exists visitor",
        "create role visitor login",
        "grant " + AuditDatabase.NAME + "_audit to visitor");
    AuditReport report;
    try (Connection connection =
        AuditDatabase.connect(url.replace("user=postgres", "user=visitor"))) {
      report = new Auditor(Quiet.progress()).audit(connection);
    } finally {
      corrupt("drop role visitor");
    }

    assertThat(report.broken()).isEmpty();
    assertThat(report.results().stream().filter(r -> !r.isChecked()).toList())
        .extracting(result -> result.check().title(), Result::notChecked)
        .hasSize(2)
        .allSatisfy(unchecked ->
            assertThat(unchecked.toList().getLast().toString())
                .contains("GRANT \"audit_test_app\" TO \"visitor\""));
  }

  @Test
  void aDatabaseWithoutHoldfastIsRefusedInASentence() throws SQLException {
    corrupt("drop schema holdfast cascade");

    assertThatThrownBy(this::audit)
        .isInstanceOf(InstanceException.class)
        .hasMessageContaining("The database audit_test holds no Holdfast.")
        .hasMessageContaining("./holdfast up");
  }

  @Test
  void aLoginThatMayNotAuditIsRefusedInASentence() throws SQLException {
    corrupt("drop role if exists stranger", "create role stranger login");
    corrupt("grant usage on schema holdfast to stranger");
    try (Connection connection =
        AuditDatabase.connect(url.replace("user=postgres", "user=stranger"))) {
      assertThatThrownBy(() -> new Auditor(Quiet.progress()).audit(connection))
          .isInstanceOf(InstanceException.class)
          .hasMessageContaining("GRANT \"audit_test_audit\" TO the login");
    } finally {
      corrupt("drop owned by stranger", "drop role stranger");
    }
  }

  @Test
  void theConnectionIsLeftAsItWas() throws SQLException {
    try (Connection connection = AuditDatabase.connect(url);
        var statement = connection.createStatement()) {
      new Auditor(Quiet.progress()).audit(connection);

      assertThat(connection.getAutoCommit()).isTrue();
      try (var row = statement.executeQuery("select current_user, current_setting('jit')")) {
        row.next();
        assertThat(row.getString(1)).isEqualTo("postgres");
        assertThat(row.getString(2)).isEqualTo("on");
      }
    }
  }

  @Test
  void commandsMayGoOnBesideIt() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Integer> traffic = executor.submit(() -> trade(stop));
      try {
        for (int audits = 0; audits < 5; audits++) {
          assertThat(audit().broken()).isEmpty();
        }
      } finally {
        stop.set(true);
      }
      assertThat(traffic.get()).isPositive();
    }
  }

  /** Sells from a new position, each command in a transaction of its own. */
  private int trade(AtomicBoolean stop) throws SQLException {
    try (Connection connection = AuditDatabase.connect(url)) {
      connection.setAutoCommit(false);
      Books books = new Books(connection);
      int client = books.addClient("trader");
      long position = books.addSku(client, "NEW") << 20 | books.addLocation(client, "NEW");
      books.move(client, "receive", 1, new Line(position, 1_000_000));
      connection.commit();
      int sold = 0;
      while (!stop.get()) {
        books.move(client, "sell-" + sold++, 2, new Line(position, 1));
        connection.commit();
      }
      return sold;
    }
  }

  private void corrupt(String... sql) throws SQLException {
    AuditDatabase.connect(url, sql).close();
  }

  private AuditReport audit() throws SQLException {
    return Audits.of(url);
  }
}
