package dev.holdfast.application.stock;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * UUIDs of version 7 (RFC 9562): the time in milliseconds, then 74 random bits. New rows land at
 * the end of their index, and no node has to ask another for a number. They are not secrets.
 */
public final class TimeOrderedIds {
  private TimeOrderedIds() {}

  public static UUID next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (System.currentTimeMillis() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
    long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
