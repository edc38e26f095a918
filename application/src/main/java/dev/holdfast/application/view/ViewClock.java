package dev.holdfast.application.view;

import dev.holdfast.storage.api.FeedListener.FeedMark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells how old a view is, although its marks carry another machine's clock: the smallest
 * difference that was ever seen between the clocks counts as their disagreement. A mark that comes
 * late makes the view older; a mark that never comes does so too.
 */
final class ViewClock {
  private final Clock clock;
  private volatile @Nullable Heard heard;
  private long skewNanos = Long.MAX_VALUE;

  /**
   * The newest mark.
   *
   * @param currentAt when it was true, by our clock
   */
  private record Heard(FeedMark mark, Instant currentAt) {}

  ViewClock(Clock clock) {
    this.clock = clock;
  }

  /** Called by the feed's thread. */
  void reached(FeedMark mark) {
    long difference = Duration.between(mark.asOf(), clock.instant()).toNanos();
    skewNanos = Math.min(skewNanos, difference);
    heard = new Heard(mark, mark.asOf().plusNanos(skewNanos));
  }

  /** The clocks may have been set, or the server be another one. */
  void forget() {
    skewNanos = Long.MAX_VALUE;
  }

  @Nullable FeedMark mark() {
    Heard known = heard;
    return known == null ? null : known.mark();
  }

  Freshness freshness() {
    Heard known = heard;
    if (known == null) {
      return new Freshness(false, Instant.EPOCH, Duration.ZERO);
    }
    Duration age = Duration.between(known.currentAt(), clock.instant());
    return new Freshness(true, known.mark().asOf(), age.isNegative() ? Duration.ZERO : age);
  }
}
