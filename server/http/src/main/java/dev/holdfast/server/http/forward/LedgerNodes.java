package dev.holdfast.server.http.forward;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The ledger nodes that an edge was told of, in turn. One that could not be reached is left alone
 * for a moment, so that nobody waits for it again and again. Safe for any number of threads.
 */
final class LedgerNodes {
  /** Long enough to cost nothing, short enough that a node that is back is used at once. */
  static final Duration LEFT_ALONE = Duration.ofSeconds(1);

  private final List<URI> urls;
  private final AtomicLongArray awayUntil;
  private final AtomicInteger turn = new AtomicInteger();

  LedgerNodes(List<URI> urls) {
    this.urls = List.copyOf(urls);
    this.awayUntil = new AtomicLongArray(urls.size());
    for (int i = 0; i < urls.size(); i++) {
      awayUntil.set(i, System.nanoTime());
    }
  }

  int count() {
    return urls.size();
  }

  URI url(int node) {
    return urls.get(node);
  }

  /** The next node that is not left alone; -1 when all are. */
  int next() {
    int first = Math.floorMod(turn.getAndIncrement(), urls.size());
    for (int i = 0; i < urls.size(); i++) {
      int node = (first + i) % urls.size();
      if (System.nanoTime() - awayUntil.get(node) >= 0) {
        return node;
      }
    }
    return -1;
  }

  void away(int node) {
    awayUntil.set(node, System.nanoTime() + LEFT_ALONE.toNanos());
  }
}
