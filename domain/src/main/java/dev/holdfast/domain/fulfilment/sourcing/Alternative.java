package dev.holdfast.domain.fulfilment.sourcing;

import java.util.List;

/**
 * A way to ship an order that was not chosen, with its reason.
 *
 * @param locations who would have shipped, sorted; one for a location alone
 * @param kind what speaks against it
 * @param reason the end of a sentence about the locations: "3 of 4 in stock"
 * @param extraMinor for {@link Kind#DEARER} how much more it costs in all, 0 for a tie; else 0
 */
public record Alternative(List<String> locations, Kind kind, String reason, long extraMinor) {
  /** What speaks against an alternative. */
  public enum Kind {
    /** The client will not have it ship this order. */
    EXCLUDED,
    /** It can send nothing of this order. */
    CLOSED,
    /** It has not all of it. */
    STOCK,
    /** A class rule forbids to send all of it from there. */
    CLASSES,
    /** It would take more shipments than are allowed. */
    LIMIT,
    /** Its price was refused. */
    REFUSED,
    /** It costs more, or the same and comes later in order. */
    DEARER
  }

  /** Copies the locations. */
  public Alternative {
    locations = List.copyOf(locations);
  }
}
