package dev.holdfast.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ReportingCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void barsThatHoldExitZero() {
    assertThat(run(new Measured(12, 0))).isZero();
  }

  @Test
  void aSpeedBarThatFailsExitsOne() {
    assertThat(run(new Measured(9, 0))).isOne();
  }

  @Test
  void aSpeedBarThatFailsInTheQuickFormIsNotJudged() {
    assertThat(run(new Measured(9, 0), "--quick")).isZero();
  }

  @Test
  void aCorrectnessBarThatFailsExitsOneEvenInTheQuickForm() {
    assertThat(run(new Measured(12, 1), "--quick")).isOne();
  }

  @Test
  void theLastLineIsTheJsonObjectIfAskedFor() throws Exception {
    run(new Measured(9, 0), "--json");

    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(new ObjectMapper().readTree(lines.getLast()).path("bars").size()).isEqualTo(2);
    assertThat(new ObjectMapper().readTree(lines.getLast()).path("bars").get(0).path("holds"))
        .hasToString("false");
  }

  @Test
  void withoutAskingThereIsNoJson() {
    run(new Measured(12, 0));

    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("{");
  }

  private int run(Measured command, String... arguments) {
    PrintStream real = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      return new CommandLine(command).execute(arguments);
    } finally {
      System.setOut(real);
    }
  }

  @Command(name = "measured")
  static final class Measured extends ReportingCommand {
    private final double ratio;
    private final long oversold;

    Measured(double ratio, long oversold) {
      this.ratio = ratio;
      this.oversold = oversold;
    }

    @Override
    protected String commandName() {
      return "measured";
    }

    @Override
    protected void measure(Report report, Progress progress) {
      report.speed("ratio", ratio, Relation.AT_LEAST, 10);
      report.correctness("oversold", oversold, Relation.EXACTLY, 0);
    }
  }
}
