package dev.holdfast.storage.postgres;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When transaction numbers were not given out yet, as far as anybody looked. Whatever was committed
 * before such a moment has a smaller number. Safe for several threads.
 */
final class Snapshots {
  /** Enough for ten minutes in which one transaction holds everything up, at a look a second. */
  private static final int MOST = 600;

  private record Look(long next, Instant at) {}

  private final Deque<Look> looks = new ArrayDeque<>();

  /**
   * The latest known moment before which everything committed has a number below a mark; 1970 when
   * none is known.
   *
   * @param next the number that the next transaction gets, at {@code now}
   */
  synchronized Instant committedBefore(long mark, long next, Instant now) {
    if (looks.size() == MOST) {
      thin();
    }
    looks.addLast(new Look(next, now));
    Instant before = Instant.EPOCH;
    while (!looks.isEmpty() && looks.getFirst().next() <= mark) {
      before = looks.removeFirst().at();
    }
    if (!before.equals(Instant.EPOCH)) {
      looks.addFirst(new Look(mark, before));
    }
    return before;
  }

  /** Every second one will do when much has to be remembered. */
  private void thin() {
    Deque<Look> kept = new ArrayDeque<>(MOST);
    boolean keep = true;
    for (Look look : looks) {
      if (keep) {
        kept.addLast(look);
      }
      keep = !keep;
    }
    looks.clear();
    looks.addAll(kept);
  }
}
