package dev.holdfast.application.bulk;

import dev.holdfast.storage.api.StockCounts;
import java.util.Arrays;

/**
 * The good rows of a stock file as plain arrays: 28 bytes a row, and 8 more while they are sorted.
 * Filled by one thread, then sorted once, then read.
 */
final class CountedRows {
  private static final int FIRST_CAPACITY = 1 << 12;

  /** Bits of a key that one pass of the sort looks at. */
  private static final int DIGIT_BITS = 16;

  private static final int DIGITS = 1 << DIGIT_BITS;

  private long[] positions = new long[FIRST_CAPACITY];
  private long[] quantities = new long[FIRST_CAPACITY];
  private long[] safetyStocks = new long[FIRST_CAPACITY];
  private int[] lines = new int[FIRST_CAPACITY];
  private int size;

  /**
   * Adds a row.
   *
   * @param line where it starts in the file
   * @param safetyStock {@link StockCounts#AS_IT_IS} where the file says nothing
   */
  void add(long line, long position, long quantity, long safetyStock) {
    if (size == positions.length) {
      grow();
    }
    positions[size] = position;
    quantities[size] = quantity;
    safetyStocks[size] = safetyStock;
    lines[size++] = Math.toIntExact(line);
  }

  private void grow() {
    int capacity = Math.min(CsvFile.MAX_ROWS, size + size / 2);
    positions = Arrays.copyOf(positions, capacity);
    quantities = Arrays.copyOf(quantities, capacity);
    safetyStocks = Arrays.copyOf(safetyStocks, capacity);
    lines = Arrays.copyOf(lines, capacity);
  }

  /** Takes the line of a row that repeats an earlier row's position, and that earlier line. */
  interface Repeats {
    void repeated(long line, long earlierLine);
  }

  /** The rows in key order. Of several rows of one position the first in the file counts. */
  StockCounts sorted(Repeats repeats) {
    int[] order = order();
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int row = order[i];
      if (kept > 0 && positions[order[kept - 1]] == positions[row]) {
        repeats.repeated(lines[row], lines[order[kept - 1]]);
      } else {
        order[kept++] = row;
      }
    }
    return new Sorted(this, order, kept);
  }

  /**
   * The rows' indices in key order, those of equal keys in file order: radix sort from the lowest
   * digit (Knuth, The Art of Computer Programming, volume 3, algorithm 5.2.5R). Keys are numbers of
   * a million SKUs and a few locations, so most passes find one digit only and are skipped.
   */
  private int[] order() {
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    if (isAscending()) {
      return order;
    }
    int[] next = new int[size];
    int[] starts = new int[DIGITS];
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
      if (countDigits(shift, starts)) {
        for (int row : order) {
          next[starts[digit(row, shift)]++] = row;
        }
        int[] sorted = next;
        next = order;
        order = sorted;
      }
    }
    return order;
  }

  private boolean isAscending() {
    for (int i = 1; i < size; i++) {
      if (positions[i - 1] > positions[i]) {
        return false;
      }
    }
    return true;
  }

  private int digit(int row, int shift) {
    return (int) (positions[row] >>> shift) & (DIGITS - 1);
  }

  /** Where the rows of each digit start; false when all have the same digit. */
  private boolean countDigits(int shift, int[] starts) {
    Arrays.fill(starts, 0);
    for (int row = 0; row < size; row++) {
      starts[digit(row, shift)]++;
    }
    int sum = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      int count = starts[digit];
      if (count == size) {
        return false;
      }
      starts[digit] = sum;
      sum += count;
    }
    return true;
  }

  /** The rows through their order. */
  private static final class Sorted implements StockCounts {
    private final CountedRows rows;
    private final int[] order;
    private final int size;

    Sorted(CountedRows rows, int[] order, int size) {
      this.rows = rows;
      this.order = order;
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public long position(int index) {
      return rows.positions[order[index]];
    }

    @Override
    public long quantity(int index) {
      return rows.quantities[order[index]];
    }

    @Override
    public long safetyStock(int index) {
      return rows.safetyStocks[order[index]];
    }
  }
}
