package dev.holdfast.application.order;

import dev.holdfast.domain.fulfilment.sourcing.Obstacle;
import java.util.Locale;

/**
 * Why an order cannot be shipped, for the one who placed it.
 *
 * @param kind stock, classes, limit, refused, size; or setup, unmeasured, address: what is missing
 * @param subject a SKU, a location, a class rule or a setting; empty for the order as a whole
 * @param sentence what is impossible and how to mend it
 */
public record PlanObstacle(String kind, String subject, String sentence) {
  /** Something that the client has not set up. */
  static final String SETUP = "setup";

  /** Too large, or too many, for any plan. */
  static final String SIZE = "size";

  /** A SKU without size or weight. */
  static final String UNMEASURED = "unmeasured";

  /** An address that no carrier understands. */
  static final String ADDRESS = "address";

  static PlanObstacle of(Obstacle obstacle) {
    String kind = obstacle.kind().name().toLowerCase(Locale.ROOT);
    return new PlanObstacle(kind, obstacle.subject(), obstacle.sentence());
  }
}
