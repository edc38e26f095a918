package dev.holdfast.lab.stage;

import dev.holdfast.lab.generate.ProgressLine;
import me.tongfei.progressbar.ProgressBar;

/** What is under way, with the remaining time, on standard error. */
public final class Progress implements AutoCloseable {
  private final ProgressBar bar;

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  public static Progress orders(String task, long orders) {
    return new Progress(ProgressLine.orders(task, orders));
  }

  public static Progress steps(String task, long steps) {
    return new Progress(ProgressLine.steps(task, steps));
  }

  /** So many of them are done. */
  public void reached(long count) {
    bar.stepTo(count);
  }

  @Override
  public void close() {
    bar.close();
  }
}
