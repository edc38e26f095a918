package dev.holdfast.bench.fulfilment.pick;

import java.util.Arrays;

/**
 * The length of the shortest round trip by trying every set of stops (Held and Karp, "A dynamic
 * programming approach to sequencing problems", 1962): slow, and surely right.
 */
final class HeldKarp {
  private static final long FAR = Long.MAX_VALUE / 4;

  private HeldKarp() {}

  /** The length of the shortest trip from place 0 over all places and back. */
  static long lengthMm(long[][] between) {
    int stops = between.length - 1;
    if (stops == 0) {
      return 0;
    }
    int all = (1 << stops) - 1;
    long[][] least = new long[1 << stops][stops];
    for (long[] row : least) {
      Arrays.fill(row, FAR);
    }
    for (int stop = 0; stop < stops; stop++) {
      least[1 << stop][stop] = between[0][stop + 1];
    }
    for (int set = 1; set <= all; set++) {
      for (int last = 0; last < stops; last++) {
        for (int next = 0; next < stops && least[set][last] < FAR; next++) {
          int larger = set | (1 << next);
          long length = least[set][last] + between[last + 1][next + 1];
          if (larger != set && length < least[larger][next]) {
            least[larger][next] = length;
          }
        }
      }
    }
    long shortest = FAR;
    for (int last = 0; last < stops; last++) {
      shortest = Math.min(shortest, least[all][last] + between[last + 1][0]);
    }
    return shortest;
  }
}
