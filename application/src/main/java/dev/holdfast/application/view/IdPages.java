package dev.holdfast.application.view;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Values by the number of a SKU: a directory of pages of slots, of which only those in use exist,
 * because numbers have holes. One thread writes; any number reads without waiting, and sees a value
 * as it was when it was put.
 */
final class IdPages<T> {
  /** Slots of a page: 16 KB. */
  static final int PAGE = 4_096;

  private static final int PAGE_BITS = 12;

  /** One page; the same empty one stands in for all that do not exist. */
  private static final class Page<T> {
    final @Nullable AtomicReferenceArray<@Nullable T> slots;

    Page(@Nullable AtomicReferenceArray<@Nullable T> slots) {
      this.slots = slots;
    }
  }

  private final Page<T> hole = new Page<>(null);
  private volatile Page<T>[] directory = directory(16);

  /** The value of a number; null when there is none. */
  @Nullable T get(long id) {
    long number = id >>> PAGE_BITS;
    Page<T>[] pages = directory;
    if (number >= pages.length) {
      return null;
    }
    AtomicReferenceArray<@Nullable T> slots = pages[(int) number].slots;
    return slots == null ? null : slots.getAcquire((int) (id & (PAGE - 1)));
  }

  /** Puts a value, which must not change any more. Only ever called by one thread at a time. */
  void put(long id, T value) {
    slots(Math.toIntExact(id >>> PAGE_BITS)).setRelease((int) (id & (PAGE - 1)), value);
  }

  private AtomicReferenceArray<@Nullable T> slots(int number) {
    Page<T>[] pages = directory;
    if (number >= pages.length) {
      int before = pages.length;
      pages = Arrays.copyOf(pages, Math.max(number + 1, before * 2));
      Arrays.fill(pages, before, pages.length, hole);
    }
    AtomicReferenceArray<@Nullable T> slots = pages[number].slots;
    if (slots == null) {
      slots = new AtomicReferenceArray<>(PAGE);
      pages[number] = new Page<>(slots);
      directory = pages;
    }
    return slots;
  }

  @SuppressWarnings("unchecked") // An array of a generic class can be made in no other way.
  private Page<T>[] directory(int length) {
    Page<T>[] pages = (Page<T>[]) new Page<?>[length];
    Arrays.fill(pages, hole);
    return pages;
  }
}
