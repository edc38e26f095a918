package dev.holdfast.domain.fulfilment.split;

import java.util.List;

/**
 * Why class rules make an order impossible.
 *
 * @param rule the rule to blame
 * @param places what these goods need several of: shipments or locations
 * @param skus the goods that it keeps apart, in order of their SKU
 * @param needed how many such places these goods need; 0 when no number of places would do
 * @param available how many there are
 */
public record Clash(ClassRule rule, Scope places, List<String> skus, int needed, int available) {
  /** Copies the list. */
  public Clash {
    skus = List.copyOf(skus);
  }

  /** What is impossible and how to mend it, as whole sentences. */
  public String sentence() {
    String goods = String.join(", ", skus);
    if (needed == 0) {
      return goods + " is of both classes, but " + rule.sentence() + ". Change its classes.";
    }
    return goods
        + ": "
        + rule.sentence()
        + ", which takes "
        + needed
        + " "
        + places.word()
        + "s; there may be "
        + available
        + ". Order them separately or change the rule.";
  }
}
