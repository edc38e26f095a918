package dev.holdfast.server.runtime;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the embedded database's decoder of the log have what the writers leave of the processors.
 * Its work is a fifth of a writer's, and on a machine with two of them the writer would wait for it
 * (docs/benchmarks.md, {@code bench feed}); it needs only a part of what stands idle.
 */
final class DecoderPriority implements IntConsumer {
  /** Gives way to the writers, and is not starved by anything idle. */
  private static final String NICENESS = "10";

  private static final long PATIENCE_SECONDS = 5;
  private static final Logger LOG = LoggerFactory.getLogger(DecoderPriority.class);

  @Override
  public void accept(int process) {
    List<String> command = List.of("renice", "-n", NICENESS, "-p", Integer.toString(process));
    try {
      Process renice =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!renice.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || renice.exitValue() != 0) {
        LOG.debug("the log's decoder keeps its priority");
      }
    } catch (IOException noSuchProgram) {
      LOG.debug("the log's decoder keeps its priority: {}", noSuchProgram.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
