package dev.holdfast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bench hot-sku",
        "bench spread",
        "bench lone",
        "bench import",
        "bench feed",
        "bench lookup",
        "bench view",
        "bench peak",
        "bench pickpath",
        "bench rates",
        "bench report",
        "race",
        "drill crash",
        "audit"
      })
  void everyCommandExplainsItself(String command) {
    assertThat(run((command + " --help").split(" "))).isZero();
    assertThat(out.toString())
        .contains("Usage: ./holdfast " + command)
        .contains("--json")
        .contains("--quick");
  }

  @Test
  void aWordThatIsNoCommandExitsTwoAndNamesTheCommands() {
    assertThat(run("bench", "xyzzy")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("xyzzy").contains("hot-sku");
  }

  @Test
  void aWordThatIsAlmostACommandIsAnsweredWithTheCommand() {
    assertThat(run("bench", "cartoons")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("cartoons").contains("bench cartons");
  }

  @Test
  void aGroupWithoutACommandExitsTwoAndSaysWhatIsMissing() {
    assertThat(run("bench")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("Missing required subcommand").contains("hot-sku");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bench view --sizes 100000",
        "bench view --sizes 10,20",
        "bench view --sizes 100000,20000000",
        "bench lookup --skus 0",
        "bench lookup --skus 501"
      })
  void anOptionThatCannotBeMeasuredExitsTwoBeforeAnythingIsStarted(String command) {
    assertThat(run(command.split(" "))).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains(command.split(" ")[2] + " is ");
  }

  private int run(String... arguments) {
    return Bench.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
