package dev.holdfast.server.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.bulk.FileClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Reports from the shell. */
@ExtendWith(RunningServer.Shared.class)
final class ReportCommandTest {
  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String url;
  private String key;

  @BeforeEach
  void newClient(RunningServer server) {
    url = server.url();
    key = FileClient.in(server).secret();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveTheStreamsBack() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 4];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(new String[] {"--url", url, "--key", key}, 0, all, arguments.length, 4);
    return new CommandLine(new ReportCommand())
        .setExecutionExceptionHandler(new Failures())
        .execute(all);
  }

  private String done(String... arguments) {
    out.reset();
    assertThat(run(arguments)).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aReportIsATableWithNumbersToTheRight() {
    assertThat(done()).contains("overview", "payday", "filters: location, carrier, service");
    String table = done("overview", "--from", "2026-11-01", "--to", "2026-11-02");
    assertThat(table)
        .startsWith("Overview, 2026-11-01 to 2026-11-02")
        .contains("Time        Orders  Lines", "2026-11-01       0      0", "all              0");
    assertThat(done("warehouse")).contains("Backlog by age", "under 4 hours", "the database.");
    assertThat(done("hours")).contains("Mon         0");
  }

  @Test
  void everythingIsCountedAgainForAnOperatorOnly(RunningServer server) {
    assertThat(run("rebuild")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("operator");
    key = server.operatorSecret();
    assertThat(done("rebuild")).contains("counted again");
    assertThat(done("warehouse")).containsAnyOf("Counting has just begun", "Counts everything up");
  }

  @Test
  void aReportIsWrittenToAFile(@TempDir Path folder) throws Exception {
    Path csv = folder.resolve("stock.csv");
    done("stock", "--by", "week", "--format", "csv", "--output", csv.toString());
    assertThat(Files.readString(csv)).startsWith("time,received,sold,");
    Path parquet = folder.resolve("hours.parquet");
    done("hours", "--format", "parquet", "--output", parquet.toString());
    assertThat(Files.readAllBytes(parquet)).startsWith("PAR1".getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "overveiw | choose one of overview, hours",
        "hours --format parquet | --output FILE.parquet",
        "hours --format excel | choose one of table, csv, parquet, json",
        "overview --location NOWHERE | there is no location NOWHERE",
        "carriers --category tools | ask one of overview, hours"
      })
  void aMistakeIsToldWithItsMend(String arguments, String mend) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(mend);
  }
}
