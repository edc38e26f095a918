package dev.holdfast.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void anywhereButOnATerminalEachStepIsAPlainLine() {
    assertThat(shown(false)).isEqualTo("[1/2] starting\n[2/2] measuring\n");
  }

  @Test
  void onATerminalOneLineRewritesItselfAndVanishesInTheEnd() {
    String shown = shown(true);

    assertThat(shown).doesNotContain("\n").contains("1/2  starting").contains("2/2  measuring");
    assertThat(shown).endsWith("\r\u001b[K");
  }

  @Test
  void moreStepsThanExpectedNeverShowMoreThanAllOfThem() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Progress progress = progress(out, false)) {
      progress.step("a step that nobody expected");
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("[1/1]");
  }

  private static String shown(boolean terminal) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Progress progress = progress(out, terminal)) {
      progress.expect(2);
      progress.step("starting");
      progress.step("measuring");
    }
    return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static Progress progress(ByteArrayOutputStream out, boolean terminal) {
    return new Progress(new PrintStream(out, true, StandardCharsets.UTF_8), terminal);
  }
}
