package dev.holdfast.lab.generate;

/**
 * Turns numbers into numbers that look random: the finaliser of SplitMix64 (Steele et al. 2014).
 */
final class Seeds {
  private Seeds() {}

  static long mix(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  static long of(long seed, long first, long second) {
    return mix(mix(mix(seed) ^ first) ^ second);
  }

  /** 0 to {@code bound} - 1, by a number alone. */
  static int below(int bound, long value) {
    return (int) ((mix(value) >>> 33) % bound);
  }
}
