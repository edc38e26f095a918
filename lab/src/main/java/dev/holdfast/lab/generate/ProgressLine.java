package dev.holdfast.lab.generate;

import java.io.Console;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress with the remaining time, on standard error, so that standard output stays clean. */
public final class ProgressLine {
  private static final int WIDTH = 78;
  private static final int TERMINAL_INTERVAL_MS = 200;

  /** A log file needs no animation. */
  private static final int LOG_INTERVAL_MS = 5_000;

  private ProgressLine() {}

  /** A bar over orders. */
  public static ProgressBar orders(String task, long orders) {
    return builder(task).setInitialMax(orders).setUnit(" orders", 1).showSpeed().build();
  }

  /** A bar over steps. */
  public static ProgressBar steps(String task, long steps) {
    return builder(task).setInitialMax(steps).build();
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
