package dev.holdfast.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Eight weeks that a client of the demo company has behind it, made up so that its reports are not
 * empty: nothing of it is in the ledger. A day is always the same, whenever it is asked for; units
 * are thousandths, money is US cents. Immutable.
 *
 * @param refusals what was wanted and was not there
 * @param movements of stock, which begin with all that was there and end with nothing: from then on
 *     the ledger tells
 */
public record DemoPast(
    List<Ordered> orders, List<Walk> walks, List<Refusal> refusals, List<Movement> movements) {
  /** How far back it goes. */
  public static final int DAYS = 56;

  /** Copies the lists. */
  public DemoPast {
    orders = List.copyOf(orders);
    walks = List.copyOf(walks);
    refusals = List.copyOf(refusals);
    movements = List.copyOf(movements);
  }

  /** What came before a moment. Takes about 0.3 s for both clients. */
  public static DemoPast of(DemoClient client, Instant until) {
    PastOrders orders = new PastOrders(client, until);
    return new DemoPast(
        orders.orders(),
        PastWalks.of(client, orders.orders(), until),
        orders.refusals(),
        new PastStock(client, until).with(orders.orders()));
  }

  /** An order; cancelled ones were never picked. */
  public record Ordered(Instant placed, boolean cancelled, List<Sent> shipments) {
    /** Copies the list. */
    public Ordered {
      shipments = List.copyOf(shipments);
    }
  }

  /**
   * A shipment of an order.
   *
   * @param released, shipped null where that had not happened yet
   */
  public record Sent(
      DemoLocation from,
      String carrier,
      String service,
      LocalDate arrival,
      @Nullable LocalDate promised,
      Instant shipBy,
      @Nullable Instant released,
      @Nullable Instant shipped,
      int cartons,
      long costMinor,
      List<Line> lines) {
    /** Copies the list. */
    public Sent {
      lines = List.copyOf(lines);
    }

    ZoneId zone() {
      return from.timeZone();
    }
  }

  /** A line of an order, all of which one shipment brings or lacks. */
  public record Line(
      int number,
      DemoCategory category,
      long ordered,
      long filled,
      long returned,
      long revenueMinor) {}

  /** A finished pick walk. */
  public record Walk(DemoLocation at, Instant done, long lengthMm, int lines) {}

  /** Lines that were refused. */
  public record Refusal(DemoLocation at, DemoCategory category, Instant when, long units) {}

  /** What changed of the stock of a category at a location. */
  public record Movement(
      DemoLocation at,
      DemoCategory category,
      Instant when,
      long received,
      long sold,
      long shrinkage,
      long spoiled,
      long onHand) {}
}
