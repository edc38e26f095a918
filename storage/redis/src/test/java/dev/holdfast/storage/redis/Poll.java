package dev.holdfast.storage.redis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process or thread does, with a deadline. */
final class Poll {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Poll() {}

  /** Waits for a thread's end. */
  static void join(Thread thread) {
    until(thread.getName() + " ends", () -> !thread.isAlive());
  }

  static void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited in vain for: " + what);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }
}
