package dev.holdfast.application.webhook;

import dev.holdfast.domain.catalogue.ClientId;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What has changed since somebody last looked: the newest version per position, of clients that
 * have webhooks. A change of any other client costs one look-up. Safe for use by several threads.
 */
final class WebhookHints {
  /** Positions held; beyond, everything counts as changed. About 10 MB. */
  static final int MAX_HINTS = 100_000;

  private final Map<Long, Hint> hints = new ConcurrentHashMap<>();
  private volatile Set<Integer> clients = Set.of();
  private volatile boolean anything;

  /** The newest version of a position. */
  record Hint(ClientId client, long packed, long version) {}

  /** Takes the clients to listen for. What they did before has to be found by a sweep. */
  void listenFor(Set<Integer> withWebhooks) {
    clients = Set.copyOf(withWebhooks);
  }

  /** Whether somebody should look. */
  boolean add(ClientId client, long packed, long version) {
    if (!clients.contains(client.value())) {
      return false;
    }
    if (hints.size() >= MAX_HINTS && !hints.containsKey(packed)) {
      anything = true;
      return true;
    }
    hints.merge(
        packed,
        new Hint(client, packed, version),
        (old, now) -> old.version() >= now.version() ? old : now);
    return true;
  }

  /** Everything may have changed. */
  void addAnything() {
    anything = true;
  }

  /** Whether everything may have changed since this was last asked. */
  boolean takeAnything() {
    boolean was = anything;
    if (was) {
      anything = false;
    }
    return was;
  }

  /** Takes out what is there. */
  void drainTo(Consumer<Hint> consumer) {
    for (Iterator<Long> keys = hints.keySet().iterator(); keys.hasNext(); ) {
      Hint hint = hints.remove(keys.next());
      if (hint != null) {
        consumer.accept(hint);
      }
    }
  }
}
