package dev.holdfast.bench.view;

import dev.holdfast.bench.instance.InstanceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes of everything alive in another JVM, counted object by object after a collection. */
final class LiveHeap {
  /** The last line of a class histogram: "Total objects bytes". */
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)\\s*$");

  /** A full collection of 1 GiB takes a few seconds, on a busy machine some more. */
  private static final long PATIENCE_SECONDS = 120;

  /** Indexing 300,000 SKUs for the search takes some seconds after the start. */
  private static final int MAX_COUNTS = 30;

  private static final double SETTLED = 0.001;

  private LiveHeap() {}

  /** Counts until it hardly changes any more: a server that has just started still tidies up. */
  static long settledBytes(long pid) throws IOException, InterruptedException {
    long last = bytes(pid);
    for (int count = 1; count < MAX_COUNTS; count++) {
      TimeUnit.SECONDS.sleep(1);
      long now = bytes(pid);
      if (Math.abs(now - last) < last * SETTLED) {
        return now;
      }
      last = now;
    }
    return last;
  }

  /**
   * Counts. Takes as long as a full collection.
   *
   * @throws InstanceException where the JVM comes without jcmd
   */
  static long bytes(long pid) throws IOException, InterruptedException {
    Path java =
        Path.of(
            ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .orElseThrow(() -> new InstanceException("The server has ended.")));
    Path jcmd = java.resolveSibling("jcmd");
    if (!Files.isExecutable(jcmd)) {
      throw new InstanceException(
          jcmd + " is missing: the heap is counted with it. Set JAVA_HOME to a JDK, not a JRE.");
    }
    Path said = Files.createTempFile("histogram", ".txt");
    try {
      Process asked =
          new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!asked.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        asked.destroyForcibly();
        throw new InstanceException(
            "jcmd did not count the heap of process " + pid + " in " + PATIENCE_SECONDS + " s.");
      }
      return total(Files.readString(said, StandardCharsets.UTF_8));
    } finally {
      Files.delete(said);
    }
  }

  /** Reads a class histogram. */
  static long total(String histogram) {
    Matcher total = TOTAL.matcher(histogram);
    if (!total.find()) {
      String start = histogram.substring(0, Math.min(300, histogram.length()));
      throw new InstanceException("jcmd did not count the heap: " + start);
    }
    return Long.parseLong(total.group(1));
  }
}
