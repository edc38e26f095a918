package dev.holdfast.demo;

/**
 * A reproducible sequence of numbers that depends only on its key, so that adding a product does
 * not change what is drawn for another.
 *
 * <p>SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA
 * 2014) rather than the JDK's generators: keys that differ in one character must give unrelated
 * first numbers, which {@code java.util.Random} does not promise for neighbouring seeds. One thread
 * only.
 */
final class Draw {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private Draw(long state) {
    this.state = state;
  }

  /** The sequence of a key; the order of the parts matters. */
  static Draw keyedBy(String... parts) {
    long state = GOLDEN_GAMMA;
    for (String part : parts) {
      for (int i = 0; i < part.length(); i++) {
        state = mix(state ^ part.charAt(i));
      }
      state = mix(state + GOLDEN_GAMMA);
    }
    return new Draw(state);
  }

  /** The next number, any 64 bits. */
  long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** The next number between two bounds, both included. */
  int between(int low, int high) {
    return low + Math.floorMod(next(), high - low + 1);
  }

  /** True in this percentage of draws. */
  boolean chance(int percent) {
    return between(1, 100) <= percent;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
