package dev.holdfast.application.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts failed sign-ins per e-mail address and per network address, on this node. An attempt
 * counts from its beginning, and is taken back when it succeeds: guesses sent all at once are no
 * more than guesses sent in turn. Safe for use by several threads.
 */
final class SignInThrottle {
  static final Duration WINDOW = Duration.ofMinutes(15);

  /** What a person who forgot a password tries. */
  static final int PER_EMAIL = 5;

  /** Several people of one office behind one address. */
  static final int PER_ADDRESS = 20;

  /** Of each kind; a flood that pushes others out has to come from as many addresses. */
  private static final int MAX_COUNTED = 100_000;

  private final Ticker clock;
  private final Cache<String, Failures> emails;
  private final Cache<String, Failures> addresses;

  /** Failures since the first of a window. */
  private record Failures(int count, long sinceNanos) {}

  SignInThrottle(Ticker clock) {
    this.clock = clock;
    this.emails = cache();
    this.addresses = cache();
  }

  private Cache<String, Failures> cache() {
    return Caffeine.newBuilder()
        .ticker(clock)
        .expireAfterWrite(WINDOW)
        .maximumSize(MAX_COUNTED)
        .build();
  }

  /** Begins an attempt; else how long to wait. */
  Optional<Duration> begin(String email, String address) {
    Optional<Duration> wait = count(emails, email, PER_EMAIL);
    if (wait.isEmpty()) {
      wait = count(addresses, address, PER_ADDRESS);
      if (wait.isPresent()) {
        add(emails, email, -1);
      }
    }
    return wait;
  }

  /** Counts one more, unless that is too many: then how long to wait. */
  private Optional<Duration> count(Cache<String, Failures> counts, String who, int most) {
    Failures failures = add(counts, who, 1);
    if (failures == null || failures.count() <= most) {
      return Optional.empty();
    }
    add(counts, who, -1);
    Duration left = WINDOW.minusNanos(clock.read() - failures.sinceNanos());
    return Optional.of(left.isPositive() ? left : Duration.ZERO);
  }

  /** Takes an attempt back that succeeded: whoever knows the password may forget it once more. */
  void succeeded(String email, String address) {
    emails.invalidate(email);
    add(addresses, address, -1);
  }

  /** Takes an attempt back that came to nothing, through no fault of the caller. */
  void cancelled(String email, String address) {
    add(emails, email, -1);
    add(addresses, address, -1);
  }

  private @Nullable Failures add(Cache<String, Failures> counts, String who, int change) {
    long now = clock.read();
    return counts
        .asMap()
        .compute(
            who,
            (same, failures) -> {
              boolean isNew = failures == null || now - failures.sinceNanos() >= WINDOW.toNanos();
              int count = Math.max(0, (isNew ? 0 : failures.count()) + change);
              return count == 0 ? null : new Failures(count, isNew ? now : failures.sinceNanos());
            });
  }
}
