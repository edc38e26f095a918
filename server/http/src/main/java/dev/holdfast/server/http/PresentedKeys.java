package dev.holdfast.server.http;

import dev.holdfast.application.access.KeyRing;
import dev.holdfast.domain.access.Principal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The headers {@code Authorization} that one event loop has seen just now, and who holds their
 * keys: saves the busiest lookups a hash of the secret for each of them. What it answers is at most
 * {@link #MEMORY} older than what the key ring would have said, which the ring allows for, and void
 * as soon as a key is revoked on this node. For one thread.
 */
final class PresentedKeys {
  /** Long enough to make the hash rare, short beside {@link KeyRing#HOLD}. */
  private static final Duration MEMORY = Duration.ofMillis(250);

  /** More than there are busy keys, most days. */
  private static final int SLOTS = 1_024;

  private static final String SCHEME = "Bearer ";

  private final KeyRing keys;
  private final @Nullable Seen[] slots = new Seen[SLOTS];

  private record Seen(String header, Principal principal, long sinceNanos, long revocations) {}

  PresentedKeys(KeyRing keys) {
    this.keys = keys;
  }

  /** Who may look things up with this header; null when that takes more than memory. */
  @Nullable Principal holder(String header, long nowNanos) {
    int slot = header.hashCode() & (SLOTS - 1);
    Seen seen = slots[slot];
    if (seen != null
        && nowNanos - seen.sinceNanos() < MEMORY.toNanos()
        && seen.revocations() == keys.revocations()
        && isSame(seen.header(), header)) {
      return seen.principal();
    }
    if (!header.startsWith(SCHEME)) {
      return null;
    }
    long revocations = keys.revocations();
    Principal known = keys.knownForLookups(header.substring(SCHEME.length()), MEMORY);
    slots[slot] = known == null ? null : new Seen(header, known, nowNanos, revocations);
    return known;
  }

  /** Compares in a time that tells nothing of where the two differ. */
  private static boolean isSame(String one, String other) {
    int length = one.length();
    if (length != other.length()) {
      return false;
    }
    int difference = 0;
    for (int i = 0; i < length; i++) {
      difference |= one.charAt(i) ^ other.charAt(i);
    }
    return difference == 0;
  }
}
