package dev.holdfast.domain.fulfilment.transit;

/**
 * When a location works on a day, on its wall clock.
 *
 * @param openMinute minutes after midnight
 * @param closeMinute minutes after midnight, more than {@code openMinute}, at most 1440
 */
public record Hours(int openMinute, int closeMinute) {
  /** Checks the order. */
  public Hours {
    LocalMinutes.require("openMinute", openMinute);
    LocalMinutes.require("closeMinute", closeMinute);
    if (closeMinute <= openMinute) {
      throw new IllegalArgumentException(
          "Closing at %s is not after opening at %s: give one stretch within a day"
              .formatted(LocalMinutes.text(closeMinute), LocalMinutes.text(openMinute)));
    }
  }
}
