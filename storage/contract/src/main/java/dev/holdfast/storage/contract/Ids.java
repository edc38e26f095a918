package dev.holdfast.storage.contract;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Identifiers that rise with time (UUID version 7), as the application makes them. */
final class Ids {
  private static final int COUNTER_BITS = 12;

  private static final AtomicLong LAST = new AtomicLong(System.currentTimeMillis() << COUNTER_BITS);

  private Ids() {}

  static UUID next() {
    long millisAndCounter = LAST.incrementAndGet();
    long millis = millisAndCounter >>> COUNTER_BITS;
    long counter = millisAndCounter & ((1L << COUNTER_BITS) - 1);
    return new UUID(millis << 16 | 7L << COUNTER_BITS | counter, Long.MIN_VALUE);
  }
}
