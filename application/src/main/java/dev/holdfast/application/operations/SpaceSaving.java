package dev.holdfast.application.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The most frequent keys of a stream, in bounded memory: Space-Saving (Metwally, Agrawal and El
 * Abbadi, "Efficient computation of frequent and top-k elements in data streams", ICDT 2005). A key
 * without a counter takes over the counter with the least count, and its count as a possible error.
 *
 * <p>Invariants, for k counters after N keys: a key that came more than N/k times has a counter; a
 * counter's count is at least its key's frequency, and by at most its error too high; no error is
 * above N/k. For one thread.
 */
final class SpaceSaving<K> {
  private final int capacity;
  private final Map<K, Counter<K>> byKey;

  /** A heap: no counter's count is below that of its parent, at half its place. */
  private final List<Counter<K>> heap;

  /** One key's count. */
  private static final class Counter<K> {
    private K key;
    private long count;
    private long error;
    private int place;

    Counter(K key, int place) {
      this.key = key;
      this.place = place;
    }
  }

  /**
   * A key and what is known of it.
   *
   * @param atLeast how often it came for certain
   * @param atMost how often it can have come
   */
  record Frequency<K>(K key, long atLeast, long atMost) {}

  SpaceSaving(int capacity) {
    this.capacity = capacity;
    this.byKey = HashMap.newHashMap(capacity);
    this.heap = new ArrayList<>(capacity);
  }

  void add(K key) {
    Counter<K> counter = byKey.get(key);
    if (counter == null) {
      counter = heap.size() < capacity ? another(key) : takeOver(key);
      byKey.put(key, counter);
    }
    counter.count++;
    sink(counter);
  }

  private Counter<K> another(K key) {
    Counter<K> counter = new Counter<>(key, heap.size());
    heap.add(counter);
    rise(counter);
    return counter;
  }

  private Counter<K> takeOver(K key) {
    Counter<K> least = heap.getFirst();
    byKey.remove(least.key);
    least.key = key;
    least.error = least.count;
    return least;
  }

  private void rise(Counter<K> counter) {
    while (counter.place > 0) {
      Counter<K> parent = heap.get((counter.place - 1) / 2);
      if (parent.count <= counter.count) {
        return;
      }
      swap(parent, counter);
    }
  }

  private void sink(Counter<K> counter) {
    while (true) {
      int left = 2 * counter.place + 1;
      if (left >= heap.size()) {
        return;
      }
      Counter<K> child = heap.get(left);
      if (left + 1 < heap.size() && heap.get(left + 1).count < child.count) {
        child = heap.get(left + 1);
      }
      if (counter.count <= child.count) {
        return;
      }
      swap(counter, child);
    }
  }

  private void swap(Counter<K> one, Counter<K> other) {
    int place = one.place;
    one.place = other.place;
    other.place = place;
    heap.set(one.place, one);
    heap.set(other.place, other);
  }

  /** Every key that has a counter, in no order. */
  List<Frequency<K>> frequencies() {
    List<Frequency<K>> all = new ArrayList<>(heap.size());
    for (Counter<K> counter : heap) {
      all.add(new Frequency<>(counter.key, counter.count - counter.error, counter.count));
    }
    return all;
  }

  void clear() {
    byKey.clear();
    heap.clear();
  }
}
