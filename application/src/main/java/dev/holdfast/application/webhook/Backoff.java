package dev.holdfast.application.webhook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * When to try again what failed.
 *
 * @param pauses after the first, second, … failed try; one try more than there are pauses is the
 *     last
 * @param wholeWebhook the longest that a failed try keeps the webhook's other positions waiting
 */
public record Backoff(List<Duration> pauses, Duration wholeWebhook) {
  /** Eight tries in about an hour: past a restart, a deployment and most outages. */
  public static final Backoff STANDARD =
      new Backoff(
          List.of(
              Duration.ofSeconds(1),
              Duration.ofSeconds(5),
              Duration.ofSeconds(30),
              Duration.ofMinutes(2),
              Duration.ofMinutes(6),
              Duration.ofMinutes(15),
              Duration.ofMinutes(36)),
          Duration.ofMinutes(1));

  /** The same with other pauses, at least one. */
  public Backoff with(List<Duration> others) {
    return new Backoff(others, wholeWebhook);
  }

  /** The longest that a receiver may ask us to wait. */
  private static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);

  /**
   * The pause after so many failed tries; null after the last.
   *
   * @param asked what the receiver asked for; null where it did not
   */
  @Nullable Duration after(int tries, @Nullable Duration asked) {
    if (tries > pauses.size()) {
      return null;
    }
    Duration pause = jittered(pauses.get(tries - 1));
    return asked == null || asked.compareTo(pause) < 0 ? pause : shorter(asked, MAX_RETRY_AFTER);
  }

  /** How long the whole webhook rests after so many failed tries in a row. */
  Duration ofWebhook(int failures, @Nullable Duration asked) {
    Duration pause = jittered(pauses.get(Math.min(failures, pauses.size()) - 1));
    Duration least = shorter(pause, wholeWebhook);
    return asked == null || asked.compareTo(least) < 0 ? least : shorter(asked, MAX_RETRY_AFTER);
  }

  /** A quarter more or less, so that what failed together does not come back together. */
  private static Duration jittered(Duration pause) {
    double factor = 0.75 + ThreadLocalRandom.current().nextDouble() / 2;
    return Duration.ofNanos((long) (pause.toNanos() * factor));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
