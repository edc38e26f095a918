package dev.holdfast.domain.fulfilment.rate;

/**
 * All postcodes from one to another, both included with everything that begins with them: 980 to
 * 982 holds 98000 and 98299.
 *
 * @param low the smallest key
 * @param high the largest key, at least {@code low}
 */
public record PostcodeRange(long low, long high) {
  /** Every postcode. */
  public static final PostcodeRange ALL = new PostcodeRange(0, Long.MAX_VALUE - 1);

  /** Checks the order: a range that ends before it begins holds nothing. */
  public PostcodeRange {
    if (high < low) {
      throw new IllegalArgumentException(
          "The range from " + low + " to " + high + " ends before it begins: swap the two");
    }
  }

  /**
   * From the first postcode that begins with {@code from} to the last that begins with {@code to}.
   */
  public static PostcodeRange of(Postcode from, Postcode to) {
    return new PostcodeRange(from.key(), to.lastKey());
  }

  /** All that begin with a prefix. */
  public static PostcodeRange prefix(String prefix) {
    Postcode start = Postcode.of(prefix);
    return of(start, start);
  }

  /** Whether a postcode is in the range. */
  public boolean holds(Postcode postcode) {
    return postcode.key() >= low && postcode.key() <= high;
  }
}
