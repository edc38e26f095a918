package dev.holdfast.domain.fulfilment.rate;

import java.util.Comparator;
import java.util.List;

/** The bands of one zone as sorted arrays; they do not overlap, but there may be holes. */
final class Bands {
  /** No band holds the weight. */
  static final int NONE = -1;

  static final Bands EMPTY = new Bands(List.of());

  private final long[] over;
  private final long[] upTo;
  private final long[] step;
  private final long[] price;

  /** Of a band with steps: the price where it begins. */
  private final long[] start;

  private Bands(List<BandRow> rows) {
    over = rows.stream().mapToLong(BandRow::overG).toArray();
    upTo = rows.stream().mapToLong(BandRow::upToG).toArray();
    step = rows.stream().mapToLong(BandRow::stepG).toArray();
    price = rows.stream().mapToLong(BandRow::priceMinor).toArray();
    start = new long[rows.size()];
    for (int band = 1; band < rows.size(); band++) {
      if (step[band] > 0 && upTo[band - 1] == over[band]) {
        start[band] = priceAt(band - 1, over[band]);
      }
    }
  }

  static Bands of(List<BandRow> rows) {
    return new Bands(rows.stream().sorted(Comparator.comparingLong(BandRow::overG)).toList());
  }

  /** The band that holds a weight, or {@link #NONE}. */
  int find(long billableG) {
    int low = 0;
    int high = upTo.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] < billableG) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return low < upTo.length && over[low] < billableG ? low : NONE;
  }

  long priceAt(int band, long billableG) {
    long steps = stepsAt(band, billableG);
    return steps == 0
        ? price[band]
        : Math.addExact(start[band], Math.multiplyExact(steps, price[band]));
  }

  /** Started steps above the beginning of a band; 0 in a band of one price. */
  long stepsAt(int band, long billableG) {
    return step[band] == 0 ? 0 : Math.ceilDiv(billableG - over[band], step[band]);
  }

  long upTo(int band) {
    return upTo[band];
  }

  /** The heaviest that has a price; 0 where nothing has. */
  long heaviest() {
    return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
  }
}
