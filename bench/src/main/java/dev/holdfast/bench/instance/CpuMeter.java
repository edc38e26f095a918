package dev.holdfast.bench.instance;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures the CPU time of the servers and of their database, as the operating system counts it:
 * who used the machine while a load ran.
 */
public final class CpuMeter {
  private final List<Long> servers;
  private final long postgresPid;
  private long serverNanos;
  private long databaseNanos;

  /** A meter of the processes of an instance, started now. */
  public CpuMeter(Instance instance) {
    servers = instance.servers().stream().map(ServerProcess::pid).toList();
    postgresPid = instance.server().postgresPid();
    serverNanos = servers();
    databaseNanos = database();
  }

  /** CPU time of the servers since the start of this meter or the last question. */
  public long serverNanos() {
    long now = servers();
    long used = now - serverNanos;
    serverNanos = now;
    return used;
  }

  /** CPU time of the database's processes that still live, likewise. */
  public long databaseNanos() {
    long now = database();
    long used = now - databaseNanos;
    databaseNanos = now;
    return Math.max(0, used);
  }

  private long servers() {
    return servers.stream()
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .mapToLong(CpuMeter::nanosOf)
        .sum();
  }

  private long database() {
    return ProcessHandle.of(postgresPid).stream()
        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
        .mapToLong(CpuMeter::nanosOf)
        .sum();
  }

  private static long nanosOf(ProcessHandle process) {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
  }
}
