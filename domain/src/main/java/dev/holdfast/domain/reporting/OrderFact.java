package dev.holdfast.domain.reporting;

import dev.holdfast.domain.catalogue.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as reports see it. What it contributes is in {@link OrderContributions}.
 *
 * @param zone the clock of the place of its first shipment; times of the whole order are told by it
 * @param currency of all its money
 * @param cancelled everything of it was given up
 */
public record OrderFact(
    ClientId client,
    UUID id,
    long version,
    Instant placedAt,
    ZoneId zone,
    String currency,
    boolean cancelled,
    List<ShipmentFact> shipments) {
  /** Copies the list. */
  public OrderFact {
    shipments = List.copyOf(shipments);
  }

  /**
   * What leaves, or was to leave, one location together.
   *
   * @param live neither cancelled nor empty; what was sent and came back is live
   * @param arrival the day it is expected to arrive, local to the destination; null where nobody
   *     knows
   * @param promised the day that the customer was promised; null where nothing was
   * @param shipBy the carrier's cut-off: when it must be handed over
   */
  public record ShipmentFact(
      UUID id,
      int locationId,
      ZoneId zone,
      String carrier,
      String service,
      boolean live,
      @Nullable LocalDate arrival,
      @Nullable LocalDate promised,
      Instant shipBy,
      @Nullable Instant releasedAt,
      @Nullable Instant shippedAt,
      int cartons,
      long shippingMinor,
      List<LineFact> lines) {
    /** Copies the list. */
    public ShipmentFact {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of the order, as far as this shipment serves it. Ordered units that nobody brings are
   * told with the shipment that was to bring them, else with the first of the line.
   *
   * @param line index in the order, from 0: a line that two shipments serve is one line
   * @param category empty where the SKU has none
   * @param orderedMilli thousandths of the base unit
   * @param filledMilli what this shipment brings of it; 0 when it is not live
   * @param revenueMinor what is paid for that
   */
  public record LineFact(
      int line,
      String category,
      long orderedMilli,
      long filledMilli,
      long returnedMilli,
      long revenueMinor) {}
}
