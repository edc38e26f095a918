package dev.holdfast.server.runtime.cli;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bars of the commands: on standard error, so that standard output stays clean. */
final class ProgressLine {
  private static final int WIDTH = 78;
  private static final int TERMINAL_INTERVAL_MS = 200;

  /** A log file needs no animation. */
  private static final int LOG_INTERVAL_MS = 5_000;

  private static final long MEGABYTE = 1_000_000;

  private ProgressLine() {}

  /**
   * A bar over bytes.
   *
   * @param bytes how many there will be; below 0 where nobody knows
   */
  static ProgressBar megabytes(String task, long bytes) {
    return builder(task).setInitialMax(bytes).setUnit(" MB", MEGABYTE).showSpeed().build();
  }

  /** A bar for something that just takes its time, which it shows. */
  static ProgressBar waiting(String task) {
    return builder(task).setInitialMax(-1).build();
  }

  private static ProgressBarBuilder builder(String task) {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return ProgressBar.builder()
        .setTaskName(task)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(terminal ? TERMINAL_INTERVAL_MS : LOG_INTERVAL_MS)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH));
  }
}
