package dev.holdfast.storage.api;

/**
 * Counted positions of one client, in ascending key order, each at most once. Quantities are in the
 * SKU's smallest unit and not negative.
 */
public interface StockCounts {
  /** Stands for a safety stock that is left as it is. */
  long AS_IT_IS = -1;

  /** How many positions there are. */
  int size();

  /** The packed key of a position. */
  long position(int index);

  /** What is physically there. */
  long quantity(int index);

  /** What is to be withheld from promising, or {@link #AS_IT_IS}. */
  long safetyStock(int index);
}
