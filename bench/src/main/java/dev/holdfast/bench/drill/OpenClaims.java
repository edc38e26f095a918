package dev.holdfast.bench.drill;

import dev.holdfast.bench.drill.Attempt.Kind;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** The reservations and orders that were made and not ended yet. Safe for several threads. */
final class OpenClaims {
  private final Deque<Attempt> reservations = new ConcurrentLinkedDeque<>();
  private final Deque<Attempt> orders = new ConcurrentLinkedDeque<>();

  /** Keeps an attempt that made one; leaves all others alone. */
  void keep(Attempt attempt) {
    if (attempt.isDone() && attempt.kind() == Kind.RESERVE) {
      reservations.add(attempt);
    } else if (attempt.isDone() && attempt.kind() == Kind.ORDER) {
      orders.add(attempt);
    }
  }

  /**
   * The one that has waited longest; null when there is none.
   *
   * @param kind {@code RESERVE} or {@code ORDER}
   * @param again whether it stays, to be ended once more
   */
  @Nullable Attempt take(Kind kind, boolean again) {
    Deque<Attempt> from = kind == Kind.ORDER ? orders : reservations;
    Attempt made = from.poll();
    if (made != null && again) {
      from.add(made);
    }
    return made;
  }
}
