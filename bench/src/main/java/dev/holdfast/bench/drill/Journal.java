package dev.holdfast.bench.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * Every attempt that the shoppers made, in the order of their making. It lives in the drill's own
 * process, which nobody kills. Safe for several threads.
 */
final class Journal {
  private final List<Attempt> attempts = Collections.synchronizedList(new ArrayList<>());

  void add(Attempt attempt) {
    attempts.add(attempt);
  }

  /** A copy of all attempts. */
  List<Attempt> all() {
    synchronized (attempts) {
      return List.copyOf(attempts);
    }
  }

  /** The attempts of which something holds. */
  List<Attempt> all(Predicate<Attempt> wanted) {
    return all().stream().filter(wanted).toList();
  }

  /** The last few done attempts: the first to be missing if a commit was not on disk. */
  List<Attempt> lastDone(int count) {
    List<Attempt> done = all(Attempt::isDone);
    return done.subList(Math.max(0, done.size() - count), done.size());
  }
}
