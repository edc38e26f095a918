package dev.holdfast.bench.load;

/**
 * A pace decides when requests are sent.
 *
 * <p>Closed: each connection sends its next request when it has its answer. Open: requests are due
 * at fixed instants whether or not the server keeps up, and latency counts from the instant at
 * which a request was due, so a server that stalls cannot hide the requests it held up.
 *
 * @param perSecond requests due per second; 0 for a closed loop
 */
public record Pace(double perSecond) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** As fast as the answers come. */
  public static Pace closed() {
    return new Pace(0);
  }

  /** At a fixed rate. */
  public static Pace open(double perSecond) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("An open loop needs a rate above 0, not " + perSecond);
    }
    return new Pace(perSecond);
  }

  boolean isOpen() {
    return perSecond > 0;
  }

  /** When a request is due, in nanoseconds after the start of the run. */
  long dueNanos(long number) {
    return (long) (number * (NANOS_PER_SECOND / perSecond));
  }
}
