package dev.holdfast.server.runtime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.bulk.FileClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

@ExtendWith(RunningServer.Shared.class)
final class FileCommandsTest {
  private static final String PLACES =
      """
      code,name,kind,region,latitude,longitude,time_zone,address\r
      SEA,Seattle,store,west,47.6062,-122.3321,America/Los_Angeles,\r
      """;

  @TempDir private Path folder;
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

  private int run(Object command, String... arguments) {
    return new CommandLine(command).setExecutionExceptionHandler(new Failures()).execute(arguments);
  }

  private int bringIn(String kind, Path file, String... more) {
    String[] arguments = new String[6 + more.length];
    System.arraycopy(
        new String[] {kind, file.toString(), "--url", url, "--key", key}, 0, arguments, 0, 6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return run(new ImportCommand(), arguments);
  }

  private int takeOut(String kind, String target, String... more) {
    String[] arguments = new String[6 + more.length];
    System.arraycopy(new String[] {kind, target, "--url", url, "--key", key}, 0, arguments, 0, 6);
    System.arraycopy(more, 0, arguments, 6, more.length);
    return run(new ExportCommand(), arguments);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aFileGoesInAndComesOut() throws IOException {
    assertThat(bringIn("locations", file("in.csv", PLACES))).isZero();
    assertThat(said()).contains("Imported 1 rows of locations");

    Path target = folder.resolve("out.csv");
    assertThat(takeOut("locations", target.toString())).isZero();

    assertThat(target).hasContent(PLACES.replace("\r\n", "\n"));
    assertThat(complained()).contains("Exported 1 rows of locations");
    assertThat(folder.resolve("out.csv.part")).doesNotExist();
  }

  @Test
  void standardOutputHoldsNothingButTheFile() throws IOException {
    bringIn("locations", file("in.csv", PLACES));
    out.reset();

    assertThat(takeOut("locations", "-")).isZero();

    assertThat(said()).isEqualTo(PLACES);
  }

  @Test
  void ordersComeAsJsonLinesTooAndNothingElseDoes() throws IOException {
    Path in =
        file(
            "in.jsonl",
            """
            {"number":"A","lines":[{"sku":"NOPE","quantity":1}],\
            "shipTo":{"postcode":"98101","country":"US"}}
            """);

    assertThat(bringIn("orders", in)).isEqualTo(1);
    assertThat(said()).contains("Imported 0 orders", "1 of 1 orders were left out", "line 1");
    assertThat(folder.resolve("in.jsonl.rejects.csv")).content().contains("there is no SKU NOPE");

    assertThat(bringIn("skus", in)).isEqualTo(2);
    assertThat(complained()).contains("Only orders come as JSON lines");
  }

  @Test
  void badRowsAreWrittenBesideTheFile() throws IOException {
    String file =
        PLACES + "OAK,=cmd(),shop,west,1,2,UTC,\r\nLAX,Los Angeles,store,west,1,2,UTC,\r\n";
    Path in = file("in.csv", file);
    Path rejects = folder.resolve("in.csv.rejects.csv");

    assertThat(bringIn("locations", in)).isEqualTo(1);

    assertThat(said()).contains("Nothing was imported: 1 of 3 rows are bad", "line 3, kind");
    assertThat(Files.readAllLines(rejects))
        .satisfiesExactly(
            header -> assertThat(header).isEqualTo("line,column,value,reason"),
            row -> assertThat(row).startsWith("3,\"kind\",\"shop\",\"must be"));

    assertThat(bringIn("locations", in, "--skip-bad")).isEqualTo(1);
    assertThat(said()).contains("Imported 2 rows of locations", "1 of 3 rows were left out");

    assertThat(bringIn("locations", file("in.csv", PLACES))).isZero();
    assertThat(rejects).doesNotExist();
  }

  @Test
  void aWrongKindIsNamedWithTheRightOnes() throws IOException {
    assertThat(bringIn("trees", file("in.csv", PLACES))).isEqualTo(2);
    assertThat(takeOut("trees", "-")).isEqualTo(2);

    assertThat(complained())
        .contains("no import of trees", "no export of trees", "skus, locations");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(bringIn("stock", folder.resolve("none.csv"))).isEqualTo(2);

    assertThat(complained()).contains("none.csv", "Check its name");
  }

  @Test
  void aFileIsNotReplacedUnasked() throws IOException {
    Path target = file("out.csv", "mine");

    assertThat(takeOut("locations", target.toString())).isEqualTo(2);
    assertThat(target).hasContent("mine");
    assertThat(complained()).contains("--force");

    assertThat(takeOut("locations", target.toString(), "--force")).isZero();
    assertThat(target).content().startsWith("code,name,");
  }

  @Test
  void aWrongKeyIsToldInOneSentence() throws IOException {
    key = "hf_wrong";

    assertThat(bringIn("locations", file("in.csv", PLACES))).isEqualTo(2);
    assertThat(takeOut("locations", "-")).isEqualTo(2);

    assertThat(complained()).contains("wrong or revoked").doesNotContain("Exception");
  }

  @Test
  void aServerThatIsNotThereIsNamedWithTheMend() throws IOException {
    url = "http://127.0.0.1:1";

    assertThat(bringIn("locations", file("in.csv", PLACES))).isEqualTo(2);
    assertThat(takeOut("locations", "-")).isEqualTo(2);

    assertThat(complained()).contains("No server answers at http://127.0.0.1:1", "./holdfast up");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    assertThat(bringIn("locations", file("in.csv", ""))).isEqualTo(1);

    assertThat(said()).contains("the file is empty");
  }
}
