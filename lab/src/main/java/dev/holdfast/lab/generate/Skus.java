package dev.holdfast.lab.generate;

import java.util.List;
import java.util.Locale;

/** What a client sells: hot ones are drawn more often, by Zipf's law. Safe for several threads. */
public final class Skus {
  /** Shares are kept in steps of 1/65,536, which one draw of 16 bits chooses from. */
  private static final int STEPS = 1 << 16;

  private static final int LEAST_PRICE = 199;
  private static final int PRICE_SPAN = 5_000;
  private static final int FRESH = ClientProfile.CATEGORIES.indexOf("fresh");

  private final long seed;
  private final int count;
  private final List<String> codes;
  private final int[] drawn;

  Skus(long seed, int count, double exponent, List<String> codes) {
    this.seed = seed;
    this.count = codes.isEmpty() ? count : codes.size();
    this.codes = codes;
    this.drawn = zipf(this.count, exponent);
  }

  /** Rank by share: the k-th hottest is drawn in proportion to 1 / k^exponent. */
  private static int[] zipf(int count, double exponent) {
    double sum = 0;
    for (int rank = 1; rank <= count; rank++) {
      sum += StrictMath.pow(rank, -exponent);
    }
    int[] drawn = new int[STEPS];
    double reached = 0;
    int step = 0;
    for (int rank = 1; rank <= count; rank++) {
      reached += StrictMath.pow(rank, -exponent) / sum;
      while (step < STEPS && step < reached * STEPS) {
        drawn[step++] = rank - 1;
      }
    }
    while (step < STEPS) {
      drawn[step++] = count - 1;
    }
    return drawn;
  }

  int draw(long random) {
    return drawn[(int) (random >>> 48)];
  }

  /** What category it is of, from 0. */
  public int category(int sku) {
    return Seeds.below(ClientProfile.CATEGORIES.size(), seed ^ sku);
  }

  /** Fresh goods are sold by weight, in steps of 50 grams. */
  boolean byWeight(int sku) {
    return category(sku) == FRESH;
  }

  /** Of one unit or kilogram. */
  int priceMinor(int sku) {
    return LEAST_PRICE + Seeds.below(PRICE_SPAN, seed + sku);
  }

  /** Its code in files. */
  public void writeCode(RowBuffer row, int sku) {
    if (codes.isEmpty()) {
      row.ascii("S-").padded(sku + 1, 6);
    } else {
      row.text(codes.get(sku));
    }
  }

  /** The same as text. */
  String code(int sku) {
    return codes.isEmpty() ? String.format(Locale.ROOT, "S-%06d", sku + 1) : codes.get(sku);
  }
}
