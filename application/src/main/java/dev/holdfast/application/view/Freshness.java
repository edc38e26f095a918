package dev.holdfast.application.view;

import java.time.Duration;
import java.time.Instant;

/**
 * How current a view is.
 *
 * @param ready whether it has been filled at all
 * @param asOf everything committed before, by the store's clock, is in it
 * @param age how long ago that was; nothing proves it current since
 */
public record Freshness(boolean ready, Instant asOf, Duration age) {
  /** Beyond, an answer says that it is stale. */
  public static final Duration LIMIT = Duration.ofSeconds(1);

  public boolean stale() {
    return age.compareTo(LIMIT) > 0;
  }
}
