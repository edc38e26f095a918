package dev.holdfast.lab.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a server on this machine holds in memory. */
final class ServerMemory {
  private static final int KILOBYTE = 1_024;

  private ServerMemory() {}

  /**
   * Of all its processes, shared pages counted once; -1 where the system does not say (not Linux).
   */
  static long bytes(Path files) {
    try {
      long pid =
          Long.parseLong(Files.readAllLines(files.resolve("postmaster.pid")).getFirst().strip());
      ProcessHandle main = ProcessHandle.of(pid).orElseThrow();
      try (Stream<ProcessHandle> all = Stream.concat(Stream.of(main), main.descendants())) {
        return all.mapToLong(process -> proportional(process.pid())).sum();
      }
    } catch (IOException | RuntimeException unknown) {
      return -1;
    }
  }

  private static long proportional(long pid) {
    try {
      List<String> lines = Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"));
      for (String line : lines) {
        if (line.startsWith("Pss:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) * KILOBYTE;
        }
      }
      return 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
