package dev.holdfast.application.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One visitor of an open shop, and what is left of what it may do. Safe for several threads. */
public final class Visitor {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final LongSupplier nanoClock;
  private final int mostHeld;
  private final @Nullable Bucket lookups;
  private final @Nullable Bucket commands;
  private final Map<UUID, Instant> held = new HashMap<>(0);

  Visitor(VisitorLimits.Terms terms, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.mostHeld = terms.reservations();
    this.lookups = bucket(terms.lookupsPerMinute());
    this.commands = bucket(terms.commandsPerMinute());
  }

  private @Nullable Bucket bucket(int perMinute) {
    if (perMinute == 0) {
      return null;
    }
    return Bucket.builder()
        .withCustomTimePrecision(new Nanos(nanoClock))
        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
        .build();
  }

  private record Nanos(LongSupplier clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return clock.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  /** Takes one lookup; how long to wait for one where none is left, else zero. */
  public Duration lookUp() {
    return take(lookups);
  }

  /** Whether no lookup is left. */
  public boolean isSpent() {
    return lookups != null && lookups.getAvailableTokens() < 1;
  }

  /** Takes one command; how long to wait for one where none is left, else zero. */
  public Duration command() {
    return take(commands);
  }

  private static Duration take(@Nullable Bucket from) {
    if (from == null || from.tryConsume(1)) {
      return Duration.ZERO;
    }
    return Duration.ofNanos(
        Math.max(1, from.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
  }

  /**
   * Counts a reservation as held until a time, unless so many are held already.
   *
   * @return how long until the next one ends by itself where it is one too many, else zero
   */
  public synchronized Duration hold(UUID reservation, Instant until, Instant now) {
    if (mostHeld == 0) {
      return Duration.ZERO;
    }
    held.values().removeIf(end -> !end.isAfter(now));
    if (held.size() < mostHeld || held.containsKey(reservation)) {
      held.put(reservation, until);
      return Duration.ZERO;
    }
    return Duration.between(now, first(held.values()));
  }

  /** Counts a reservation no more: it has ended, or never was. */
  public synchronized void giveBack(UUID reservation) {
    held.remove(reservation);
  }

  private static Instant first(Collection<Instant> ends) {
    return ends.stream().min(Instant::compareTo).orElseThrow();
  }
}
