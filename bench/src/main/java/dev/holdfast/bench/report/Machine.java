package dev.holdfast.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The machine below a measurement.
 *
 * @param cpu model name
 * @param cores processors that this process may use
 * @param memoryMib physical memory, MiB
 * @param kernel operating system and its release
 * @param disk type of the file system below the measurement; empty if none was used
 */
record Machine(String cpu, int cores, long memoryMib, String kernel, String disk) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
  private static final int BYTES_PER_MIB_LOG2 = 20;

  static Machine here() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize() >> BYTES_PER_MIB_LOG2,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "");
  }

  Machine withDisk(String fileSystem) {
    return new Machine(cpu, cores, memoryMib, kernel, fileSystem);
  }

  String sentence() {
    String below = disk.isEmpty() ? "" : ", disk " + disk;
    return cpu + ", " + cores + " cores, " + memoryMib + " MiB, " + kernel + below;
  }

  private static String cpuModel() {
    String unnamed = System.getProperty("os.arch") + " processor";
    if (!Files.isReadable(CPU_INFO)) {
      return unnamed;
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(unnamed);
    } catch (IOException unreadable) {
      return unnamed;
    }
  }
}
