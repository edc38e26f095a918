package dev.holdfast.bench.speed;

import java.time.Duration;
import picocli.CommandLine.Option;

/** The options of the benchmarks that make load: how many clients, how often, how long. */
final class LoadOptions {
  private static final Duration QUICK_TIME = Duration.ofSeconds(2);

  /** The compilers of a young JVM need some hundred thousand requests. */
  private static final Duration WARM_UP = Duration.ofSeconds(15);

  @Option(
      names = "--clients",
      defaultValue = "256",
      description = "Connections (default: ${DEFAULT-VALUE}).")
  private int clients;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Rounds in which both sides take turns (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "Seconds of load per side and round (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--generator-threads",
      defaultValue = "1",
      description = "Threads of the load generator (default: ${DEFAULT-VALUE}).")
  private int threads;

  int clients() {
    return clients;
  }

  int threads() {
    return threads;
  }

  int rounds(boolean quick) {
    return quick ? 1 : rounds;
  }

  Duration time(boolean quick) {
    return quick ? QUICK_TIME : Duration.ofSeconds(seconds);
  }

  Duration warmUp(boolean quick) {
    return quick ? QUICK_TIME : WARM_UP;
  }
}
