package dev.holdfast.bench.load;

import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A pace decides when requests are sent.
 *
 * <p>Closed: each connection sends its next request when it has its answer. Open: requests are due
 * at fixed instants whether or not the server keeps up, and latency counts from the instant at
 * which a request was due, so a server that stalls cannot hide the requests it held up. Immutable.
 */
public final class Pace {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final Pace CLOSED = new Pace(null);

  private final @Nullable LongUnaryOperator dueNanos;

  private Pace(@Nullable LongUnaryOperator dueNanos) {
    this.dueNanos = dueNanos;
  }

  /** As fast as the answers come. */
  public static Pace closed() {
    return CLOSED;
  }

  /** At a fixed rate. */
  public static Pace open(double perSecond) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("An open loop needs a rate above 0, not " + perSecond);
    }
    return new Pace(number -> (long) (number * (NANOS_PER_SECOND / perSecond)));
  }

  /**
   * Each request at an instant of its own. The plan must end with the last of them.
   *
   * @param dueNanos nanoseconds after the start of the run, never falling
   */
  public static Pace at(long[] dueNanos) {
    long[] due = dueNanos.clone();
    return new Pace(number -> due[Math.toIntExact(number)]);
  }

  boolean isOpen() {
    return dueNanos != null;
  }

  /** When a request is due, in nanoseconds after the start of the run. */
  long dueNanos(long number) {
    if (dueNanos == null) {
      throw new IllegalStateException("In a closed loop nothing is due.");
    }
    return dueNanos.applyAsLong(number);
  }
}
