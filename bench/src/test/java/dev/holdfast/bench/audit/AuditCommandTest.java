package dev.holdfast.bench.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private String failure = "";
  private String url;

  @BeforeEach
  void copyTheSoundBooks() throws SQLException {
    url = AuditDatabase.fresh();
  }

  @Test
  void soundBooksExitZeroAndSayWhatWasLookedAt() throws IOException {
    assertThat(run("--database-url", url, "--json")).isZero();

    assertThat(out.toString(UTF_8))
        .contains("by its own clock")
        .containsPattern("1 on hand is the sum of the ledger +6 +0  holds")
        .doesNotContain("BROKEN");
    JsonNode json = lastLine();
    assertThat(json.path("command").asText()).isEqualTo("audit");
    assertThat(json.path("bars")).hasSize(8).allMatch(bar -> bar.path("holds").asBoolean());
    assertThat(json.path("figures").path("checks").asLong()).isGreaterThan(50);
    assertThat(json.path("figures").path("3_balances_chain").asLong(-1)).isZero();
  }

  @Test
  void brokenBooksExitOneAndSayWhatToDo() throws Exception {
    AuditDatabase.connect(url, "update position set on_hand = on_hand + 1 where on_hand = 107")
        .close();

    assertThat(run("--database-url", url, "--quick", "--json")).isOne();

    assertThat(out.toString(UTF_8))
        .contains("BROKEN: 1 on hand is the sum of the ledger (1 of 6 looked at)")
        .contains("  client harbor, TEA at SEA: found on hand 108; expected 107")
        .contains("  What to do: The ledger is the record.");
    JsonNode first = lastLine().path("bars").get(0);
    assertThat(first.path("value").asLong()).isEqualTo(2);
    assertThat(first.path("holds").asBoolean()).isFalse();
  }

  @Test
  void theDatabaseOfARunningServerIsFoundThroughItsFolder(@TempDir Path folder) throws IOException {
    Map<String, Object> run =
        Map.of(
            "pid", 1,
            "url", "http://127.0.0.1:1",
            "management", "http://127.0.0.1:2",
            "databaseUrl", url,
            "databaseUser", "postgres",
            "databasePassword", "");
    Files.writeString(folder.resolve("run.json"), new ObjectMapper().writeValueAsString(run));

    assertThat(run("--data", folder.toString())).isZero();
  }

  @Test
  void aFolderWithoutAServerIsRefusedInASentence(@TempDir Path folder) {
    assertThat(run("--data", folder.toString())).isOne();

    assertThat(failure)
        .contains("No server runs in " + folder)
        .contains("--database-url")
        .contains("./holdfast up");
  }

  @Test
  void aJournalIsCompared(@TempDir Path folder) throws IOException {
    Path journal = folder.resolve("journal.csv");
    Files.write(journal, List.of(JournalFile.HEADER, "harbor,done,,sell", "harbor,done,,lost"));

    assertThat(run("--database-url", url, "--acknowledged", journal.toString())).isOne();

    assertThat(out.toString(UTF_8))
        .contains("BROKEN: 6 what clients were told is done, is (1 of 2 looked at)")
        .contains("key lost of client harbor: found nothing; expected done");
  }

  private int run(String... arguments) {
    PrintStream console = System.out;
    PrintStream errors = System.err;
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(PrintStream.nullOutputStream(), true, UTF_8));
    try {
      return new CommandLine(new AuditCommand())
          .setExecutionExceptionHandler((failed, command, parsed) -> {
            failure = failed.getMessage();
            return 1;
          })
          .execute(arguments);
    } finally {
      System.setOut(console);
      System.setErr(errors);
    }
  }

  private JsonNode lastLine() throws IOException {
    return new ObjectMapper().readTree(out.toString(UTF_8).strip().lines().toList().getLast());
  }
}
