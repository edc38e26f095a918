package dev.holdfast.application.operations;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the node's counters and gauges say at one moment. Counters count since the start.
 *
 * @param nanos the moment by {@link System#nanoTime}
 * @param lookups answered
 */
public record Reading(
    Instant at, long nanos, LatencyCounts lookups, CommandMeter.Counts commands, Gauges gauges) {
  /**
   * What is so just now.
   *
   * @param feedAge how long ago lookups were surely current; null before the first picture
   * @param waiting commands that wait for their batch
   */
  public record Gauges(
      @Nullable Duration feedAge, int waiting, int streamsOpen, boolean storeReachable) {}
}
