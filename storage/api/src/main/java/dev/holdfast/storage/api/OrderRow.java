package dev.holdfast.storage.api;

import dev.holdfast.domain.order.OrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as a store keeps it: what lists ask for as fields, everything else in the document.
 *
 * @param number what people call it, 1 to {@link #MAX_NUMBER} characters; unique for its client and
 *     never changed
 * @param version the number of changes so far; dense, from 1
 * @param promised the day by which it should be at the door
 * @param shipBy when the first shipment that is not shipped must leave
 * @param locations where its live shipments come from, each once, at most {@link #MAX_LOCATIONS}
 * @param document the whole order as compact JSON; its store neither reads nor changes it
 */
public record OrderRow(
    UUID id,
    String number,
    OrderState state,
    long version,
    @Nullable LocalDate promised,
    @Nullable Instant shipBy,
    List<Integer> locations,
    @Nullable String carrier,
    @Nullable String service,
    String document) {
  /** Longer than any shop's own numbers. */
  public static final int MAX_NUMBER = 64;

  /** More than an order is ever split over. */
  public static final int MAX_LOCATIONS = 64;

  public OrderRow {
    if (number.isEmpty() || number.length() > MAX_NUMBER || locations.size() > MAX_LOCATIONS) {
      throw new IllegalArgumentException("an order out of its limits: " + number);
    }
  }
}
