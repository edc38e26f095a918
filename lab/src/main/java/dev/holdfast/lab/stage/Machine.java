package dev.holdfast.lab.stage;

import java.lang.management.ManagementFactory;

/** What the figures were measured on. */
final class Machine {
  private static final long GIGABYTE = 1L << 30;

  private Machine() {}

  static String text() {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? Math.round((double) system.getTotalMemorySize() / GIGABYTE)
            : 0;
    return Runtime.getRuntime().availableProcessors()
        + " processors, "
        + memory
        + " GB, "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ", Java "
        + System.getProperty("java.version");
  }
}
