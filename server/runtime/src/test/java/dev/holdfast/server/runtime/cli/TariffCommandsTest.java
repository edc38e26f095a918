package dev.holdfast.server.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.demo.DemoTariffs;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.bulk.FileClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tariffs go in and out as a folder of sheets. */
@ExtendWith(RunningServer.Shared.class)
final class TariffCommandsTest {
  @TempDir private Path folder;
  private final PrintStream realOut = System.out;
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String url;
  private String key;

  @BeforeEach
  void newClient(RunningServer server) throws IOException {
    url = server.url();
    key = FileClient.in(server).secret();
    for (String sheet : DemoTariffs.SHEETS) {
      try (InputStream file = DemoTariffs.open(sheet)) {
        Files.copy(file, folder.resolve(sheet + ".csv"));
      }
    }
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveTheStreamsBack() {
    System.setOut(realOut);
    System.setErr(realErr);
  }

  private int run(Object command, Path where, String... more) {
    String[] arguments = new String[6 + more.length];
    System.arraycopy(
        new String[] {"tariffs", where.toString(), "--url", url, "--key", key}, 0, arguments, 0, 6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    out.reset();
    err.reset();
    return new CommandLine(command).setExecutionExceptionHandler(new Failures()).execute(arguments);
  }

  @Test
  void sheetsComeOutAsTheyWentIn() throws IOException {
    assertThat(run(new ImportCommand(), folder, "--dry-run")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("a dry run. 4 services");
    Path before = folder.resolve("before");
    assertThat(run(new ExportCommand(), before)).isZero();
    assertThat(Files.readString(before.resolve("bands.csv"))).hasLineCount(1);

    assertThat(run(new ImportCommand(), folder)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("4 services now, in USD", "economy: 2 versions, with a calendar");
    Path after = folder.resolve("after");
    assertThat(run(new ExportCommand(), after)).isZero();
    for (String sheet : DemoTariffs.SHEETS) {
      assertThat(after.resolve(sheet + ".csv"))
          .hasSameBinaryContentAs(folder.resolve(sheet + ".csv"));
    }
    assertThat(run(new ExportCommand(), after)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--force");
  }

  @Test
  void badRowsAreNamedWithTheirSheetAndNothingChanges() throws IOException {
    Path bands = folder.resolve("bands.csv");
    Files.writeString(bands, Files.readString(bands).replaceFirst("7\\.13", "7 dollars"));

    assertThat(run(new ImportCommand(), folder)).isEqualTo(1);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Nothing was changed: 1 bad row.", "bands.csv line 2, price: must be");
    assertThat(run(new ExportCommand(), folder.resolve("after"))).isZero();
    assertThat(Files.readString(folder.resolve("after/tariffs.csv"))).hasLineCount(1);
  }

  @Test
  void theLikelyMistakesAreNamed() throws IOException {
    assertThat(run(new ImportCommand(), folder.resolve("tariffs.csv"))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("is no folder");

    Files.createDirectory(folder.resolve("empty"));
    assertThat(run(new ImportCommand(), folder.resolve("empty"))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no sheet in");

    Files.move(folder.resolve("zones.csv"), folder.resolve("zone.csv"));
    assertThat(run(new ImportCommand(), folder)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("zone.csv", "Rename it to one of");
  }
}
