package dev.holdfast.domain.fulfilment.split;

/**
 * Two classes of goods that must not share a carton, a shipment or a location: "food" and
 * "chemicals". A class beside itself keeps every two <em>units</em> of it apart, also two units of
 * one SKU. The order of the two classes means nothing; they are kept in alphabetical order.
 *
 * @param first a class as {@code Handling} names it; not blank
 * @param second another class, or the same
 */
public record ClassRule(String first, String second, Scope scope) {
  /**
   * Puts the classes in order.
   *
   * @throws IllegalArgumentException when a class is blank
   */
  public ClassRule {
    if (first.isBlank() || second.isBlank()) {
      throw new IllegalArgumentException("a class rule names two classes; name both");
    }
    if (first.compareTo(second) > 0) {
      String earlier = second;
      second = first;
      first = earlier;
    }
  }

  /** The rule as a sentence without a full stop: "food must not share a carton with chemicals". */
  public String sentence() {
    return first.equals(second)
        ? "two units of " + first + " must not share a " + scope.word()
        : first + " must not share a " + scope.word() + " with " + second;
  }
}
