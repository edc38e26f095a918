package dev.holdfast.bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the generator shall do: to whom, over how many connections, how fast, for how long.
 *
 * @param targets servers; connections are dealt out to them in turn
 * @param connections connections in all, 1 to {@link #MAX_CONNECTIONS}
 * @param pace closed or open loop
 * @param time when to stop sending
 * @param requests when to stop sending, as a number of requests
 * @param expected statuses that need no explanation in the report
 * @param source the requests
 * @param listener hears every answer
 */
public record LoadPlan(
    List<URI> targets,
    int connections,
    Pace pace,
    Duration time,
    long requests,
    Set<Integer> expected,
    RequestSource source,
    AnswerListener listener) {
  /** The longest request that a source may write, bytes. */
  public static final int REQUEST_BYTES = 8 * 1024;

  /** Most connections of one run. */
  public static final int MAX_CONNECTIONS = 4_096;

  /** How long to wait for the last answers after sending has stopped. */
  static final Duration DRAIN = Duration.ofSeconds(30);

  /** Checks the limits. */
  public LoadPlan {
    targets = List.copyOf(targets);
    expected = Set.copyOf(expected);
    if (targets.isEmpty() || connections < 1 || connections > MAX_CONNECTIONS) {
      throw new IllegalArgumentException(
          "A load needs a target and 1 to " + MAX_CONNECTIONS + " connections.");
    }
  }

  /** A closed loop for a while; 201 is the expected answer. */
  public static LoadPlan closed(URI target, int connections, Duration time, RequestSource source) {
    return new LoadPlan(
        List.of(target),
        connections,
        Pace.closed(),
        time,
        Long.MAX_VALUE,
        Set.of(201),
        source,
        AnswerListener.NONE);
  }

  /** The same with other answers expected. */
  public LoadPlan expecting(Set<Integer> statuses) {
    return new LoadPlan(targets, connections, pace, time, requests, statuses, source, listener);
  }

  /** The same, ended after so many requests. */
  public LoadPlan upTo(long count) {
    return new LoadPlan(targets, connections, pace, time, count, expected, source, listener);
  }

  /** The same with somebody who hears the answers. */
  public LoadPlan heardBy(AnswerListener other) {
    return new LoadPlan(targets, connections, pace, time, requests, expected, source, other);
  }

  /** The same at another pace. */
  public LoadPlan at(Pace other) {
    return new LoadPlan(targets, connections, other, time, requests, expected, source, listener);
  }
}
