package dev.holdfast.lab.generate;

/** A stream of random numbers that is the same on every machine: SplitMix64. For one thread. */
final class Draw {
  private static final long STEP = 0x9E3779B97F4A7C15L;
  private long state;

  void start(long seed) {
    state = seed;
  }

  long next() {
    state += STEP;
    return Seeds.mix(state);
  }

  /** 0 to {@code bound} - 1. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** Happens so many times in a thousand. */
  boolean chance(int perThousand) {
    return below(1_000) < perThousand;
  }
}
