package dev.holdfast.bench.report;

import java.io.Console;
import java.io.PrintStream;

/**
 * Says what a command is doing and how far it is: one line that rewrites itself on a terminal, a
 * plain line per step anywhere else. Writes to the error stream, so that the output stays clean.
 */
public final class Progress implements AutoCloseable {
  private static final int BAR_WIDTH = 24;
  private static final String REWRITE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private int done;
  private int steps;

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** A progress line for this process, on a terminal if there is one. */
  @SuppressWarnings(
      "SystemConsoleNull") // null again from JDK 25 on, unless -Djdk.console says else
  public static Progress toErrorStream() {
    Console console = System.console();
    return new Progress(System.err, console != null && console.isTerminal());
  }

  /** Adds steps to those that the command will take. */
  public synchronized void expect(int more) {
    steps += more;
  }

  /** Starts the next step. */
  public synchronized void step(String doing) {
    done++;
    steps = Math.max(steps, done);
    if (terminal) {
      int filled = BAR_WIDTH * (done - 1) / steps;
      String bar = "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled);
      out.print(REWRITE + "[" + bar + "] " + done + "/" + steps + "  " + doing);
      out.flush();
    } else {
      out.println("[" + done + "/" + steps + "] " + doing);
    }
  }

  /** Removes the line from a terminal. */
  @Override
  public synchronized void close() {
    if (terminal) {
      out.print(REWRITE);
      out.flush();
    }
  }
}
