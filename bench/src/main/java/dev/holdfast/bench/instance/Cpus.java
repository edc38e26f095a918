package dev.holdfast.bench.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Keeps a process on some processors, where the system has {@code taskset}: both sides of a
 * comparison get the same one, and the generator another.
 *
 * @param list as taskset takes it: {@code 0} or {@code 1-3}
 */
public record Cpus(String list) {
  private static final Path TASKSET = Path.of("/usr/bin/taskset");

  /** Counted before this process is kept on some of them. */
  private static final int COUNT = Runtime.getRuntime().availableProcessors();

  /** Where what is measured runs. */
  public static Cpus first() {
    return new Cpus("0");
  }

  /** Where a whole installation runs that is measured on a small machine. */
  public static Cpus firstTwo() {
    return new Cpus(COUNT > 1 ? "0-1" : "0");
  }

  /** Where the generator runs: all others. */
  public static Cpus others() {
    int last = COUNT - 1;
    return new Cpus(last <= 1 ? "1" : "1-" + last);
  }

  /** Whether processes can be kept on a processor here. */
  public static boolean canBeChosen() {
    return Files.isExecutable(TASKSET) && COUNT > 1;
  }

  /** What goes before a command; nothing where processors cannot be chosen. */
  public List<String> words() {
    return canBeChosen() ? List.of(TASKSET.toString(), "-c", list) : List.of();
  }

  /** Moves all threads of this JVM. */
  public void keepThisProcess() throws IOException, InterruptedException {
    if (canBeChosen()) {
      String pid = Long.toString(ProcessHandle.current().pid());
      new ProcessBuilder(TASKSET.toString(), "-a", "-c", "-p", list, pid)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }
}
