package dev.holdfast.bench.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.bench.instance.InstanceException;
import dev.holdfast.bench.report.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static String url;
  private static String active;

  @BeforeAll
  static void copyTheSoundBooks() throws SQLException {
    url = AuditDatabase.fresh();
    try (Connection connection = AuditDatabase.connect(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select made_by('active')")) {
      row.next();
      active = row.getString(1);
    }
  }

  @Test
  void aTrueJournalHolds() throws SQLException {
    AuditReport report =
        audit(
            new Acknowledged("harbor", "active", true, active),
            new Acknowledged("harbor", "sell", true, ""),
            new Acknowledged("harbor", "refused", false, ""),
            new Acknowledged("harbor", "refused before it was stored", false, ""));

    assertThat(report.broken()).isEmpty();
    assertThat(report.results())
        .filteredOn(result -> result.check().examined() == Examined.JOURNAL)
        .extracting(AuditReport.Result::examined)
        .containsExactly(2L, 2L);
  }

  @Test
  void anAcknowledgedCommandThatNobodyKnowsIsLost() throws SQLException {
    assertThat(survived(new Acknowledged("harbor", "lost", true, "")))
        .containsExactly("client harbor, key lost of client harbor: found nothing; expected done");
  }

  @Test
  void anAcknowledgedCommandThatWasRefusedIsLost() throws SQLException {
    assertThat(survived(new Acknowledged("harbor", "refused", true, "")))
        .containsExactly(
            "client harbor, key refused of client harbor: found a refusal; expected done");
  }

  @Test
  void anAcknowledgedCommandOfAnotherClientIsLost() throws SQLException {
    assertThat(survived(new Acknowledged("nobody", "sell", true, "")))
        .containsExactly("key sell of client nobody: found nothing; expected done");
  }

  @Test
  void anAcknowledgedReservationMustBeTheOneThatWasNamed() throws SQLException {
    String unknown = UUID.randomUUID().toString();

    assertThat(survived(new Acknowledged("harbor", "active", true, unknown)))
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("expected done for " + unknown))
        .anySatisfy(line -> assertThat(line).contains("no reservation or transfer " + unknown));
  }

  @Test
  void aRefusalThatWasDoneHadAnEffect() throws SQLException {
    AuditReport report = audit(new Acknowledged("harbor", "sell", false, ""));

    assertThat(report.violations()).isOne();
    assertThat(report.broken().get(1)).contains("key sell of client harbor: found done: {\"at\":");
  }

  @Test
  void aFileIsReadLineByLine(@TempDir Path folder) throws IOException {
    Path file =
        write(folder, JournalFile.HEADER, "harbor,done," + active + ",a,b\"c", "harbor,refused,,k");

    try (JournalFile journal = JournalFile.open(file)) {
      assertThat(journal.told())
          .containsExactly(
              new Acknowledged("harbor", "a,b\"c", true, active),
              new Acknowledged("harbor", "k", false, ""));
    }
  }

  @Test
  void aLineThatIsNoneIsNamedByItsNumber(@TempDir Path folder) throws IOException {
    for (String bad : List.of("harbor,done", "harbor,maybe,,k", "harbor,done,me,k")) {
      Path file = write(folder, JournalFile.HEADER, "harbor,done,,k", bad);
      try (JournalFile journal = JournalFile.open(file)) {
        assertThatThrownBy(() -> journal.told().forEach(line -> {}))
            .isInstanceOf(InstanceException.class)
            .hasMessageContaining("Line 3 of " + file)
            .hasMessageEndingWith(bad);
      }
    }
  }

  @Test
  void aFileWithoutItsHeaderOrWithoutItselfIsRefused(@TempDir Path folder) throws IOException {
    Path file = write(folder, "harbor,done,,k");

    assertThatThrownBy(() -> JournalFile.open(file))
        .isInstanceOf(InstanceException.class)
        .hasMessageContaining("must be client,outcome,subject,key");
    assertThatThrownBy(() -> JournalFile.open(folder.resolve("none")))
        .isInstanceOf(InstanceException.class)
        .hasMessageContaining("Does it exist");
  }

  private static Path write(Path folder, String... lines) throws IOException {
    return Files.write(folder.resolve("journal.csv"), List.of(lines));
  }

  private static List<String> survived(Acknowledged told) throws SQLException {
    return audit(told).results().stream()
        .filter(result -> result.check().equals(JournalChecks.SURVIVED))
        .findFirst()
        .orElseThrow()
        .lines();
  }

  private static AuditReport audit(Acknowledged... journal) throws SQLException {
    Progress quiet = Quiet.progress();
    try (Connection connection = AuditDatabase.connect(url)) {
      return new Auditor(quiet).audit(connection, List.of(journal));
    }
  }
}
