package dev.holdfast.bench.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.bench.report.Progress;
import java.io.OutputStream;
import java.io.PrintStream;

/** Progress that nobody sees: thousands of steps are nothing to read in the log of a build. */
final class Quiet {
  private Quiet() {}

  static Progress progress() {
    PrintStream loud = System.err;
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    try {
      return Progress.toErrorStream();
    } finally {
      System.setErr(loud);
    }
  }
}
