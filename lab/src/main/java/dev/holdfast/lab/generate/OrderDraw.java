package dev.holdfast.lab.generate;

import dev.holdfast.lab.generate.GeneratedOrder.Row;
import dev.holdfast.lab.generate.GeneratedOrder.Shipment;
import dev.holdfast.lab.generate.GeneratedOrder.State;
import java.time.LocalDate;

/**
 * Draws what an order is made of: lines, where they ship from, and what becomes of them. Shares are
 * per thousand.
 */
final class OrderDraw {
  private static final int REFUSED = 12;
  private static final int CANCELLED = 30;
  private static final int SPLIT = 90;

  /** Of split orders: those whose last line comes from both places. */
  private static final int SPLIT_LINE = 200;

  private static final int SHORT_LINE = 18;
  private static final int RETURNED = 55;
  private static final int ANOTHER_LINE = 520;
  private static final int LATE_TO_CARRIER = 45;
  private static final int LATE_AT_DOOR = 30;

  private static final int HOUR = 3_600;
  private static final int DAY = 24 * HOUR;
  private static final int CUT_OFF_SECONDS = 17 * HOUR;
  private static final int LAST_ORDER_SECONDS = 14 * HOUR;
  private static final int UNITS_PER_CARTON = 6_000;

  private final Draw draw;
  private final ClientProfile client;

  /** Where hot goods lie, most is shipped from; offers by their shares of 100. */
  private final Offer[] offers = new Offer[100];

  private final long end;

  OrderDraw(Draw draw, ClientProfile client, LocalDate end) {
    this.draw = draw;
    this.client = client;
    this.end = end.atStartOfDay(client.places().getFirst().zone()).toEpochSecond();
    int at = 0;
    for (Offer offer : client.offers()) {
      for (int i = 0; i < offer.share(); i++) {
        offers[at++] = offer;
      }
    }
  }

  /** Draws everything but when the order is placed. */
  void fill(GeneratedOrder order, long midnight) {
    order.postcode = (int) (draw.next() >>> 33);
    order.refused = draw.chance(REFUSED);
    lines(order);
    int home = place();
    boolean split =
        !order.refused
            && order.rows > 1
            && (home ^ 1) < client.places().size()
            && draw.chance(SPLIT);
    order.shipments = split ? 2 : 1;
    order.shipment[0].place = client.places().get(home);
    if (order.refused) {
      order.shipment[0].state = State.REFUSED;
      return;
    }
    if (split) {
      order.shipment[1].place = client.places().get(home ^ 1);
      share(order);
    }
    boolean cancelled = draw.chance(CANCELLED);
    for (int i = 0; i < order.shipments; i++) {
      course(order, order.shipment[i], midnight, cancelled);
    }
    outcome(order);
  }

  /** The first places do most of the work. */
  private int place() {
    int count = client.places().size();
    return Math.min(draw.below(count), draw.below(count));
  }

  private void lines(GeneratedOrder order) {
    int lines = 1;
    while (lines < GeneratedOrder.MAX_LINES && draw.chance(ANOTHER_LINE)) {
      lines++;
    }
    order.rows = 0;
    for (int i = 0; i < lines; i++) {
      int sku = client.skus().draw(draw.next());
      if (!isOrdered(order, sku)) {
        Row row = order.row[order.rows];
        row.line = order.rows++;
        row.shipment = 0;
        row.sku = sku;
        row.category = client.skus().category(sku);
        row.orderedMilli =
            client.skus().byWeight(sku) ? 50 * (4 + draw.below(40)) : 1_000 * quantity();
        row.filledMilli = 0;
        row.returnedMilli = 0;
        row.revenueMinor = 0;
      }
    }
  }

  private int quantity() {
    int random = draw.below(100);
    return random < 72 ? 1 : random < 90 ? 2 : 3 + draw.below(4);
  }

  private static boolean isOrdered(GeneratedOrder order, int sku) {
    for (int i = 0; i < order.rows; i++) {
      if (order.row[i].sku == sku) {
        return true;
      }
    }
    return false;
  }

  /** Gives the last lines, or half of the last one, to the second shipment. */
  private void share(GeneratedOrder order) {
    int first = 1 + draw.below(order.rows - 1);
    for (int i = first; i < order.rows; i++) {
      order.row[i].shipment = 1;
    }
    Row last = order.row[first];
    if (last.orderedMilli >= 2_000
        && order.rows < GeneratedOrder.MAX_ROWS
        && draw.chance(SPLIT_LINE)) {
      Row second = order.row[order.rows];
      for (int i = order.rows; i > first; i--) {
        order.row[i] = order.row[i - 1];
      }
      order.rows++;
      order.row[first] = second;
      second.line = last.line;
      second.shipment = 0;
      second.sku = last.sku;
      second.category = last.category;
      second.orderedMilli = last.orderedMilli;
      second.filledMilli = 1_000;
      second.returnedMilli = 0;
      last.filledMilli = last.orderedMilli - 1_000;
      last.orderedMilli = 0;
    }
  }

  private void course(GeneratedOrder order, Shipment shipment, long midnight, boolean cancelled) {
    shipment.offer = offers[draw.below(offers.length)];
    long second = order.placedAt - midnight;
    long shipDay = second < LAST_ORDER_SECONDS ? 0 : 1;
    shipment.shipBy = midnight + shipDay * DAY + CUT_OFF_SECONDS;
    long wait = shipment.shipBy - order.placedAt;
    shipment.releasedAt = order.placedAt + wait / 4 + draw.below((int) (wait / 3));
    shipment.shippedAt = shipment.shipBy - draw.below((int) (wait / 4));
    if (draw.chance(LATE_TO_CARRIER)) {
      shipment.shippedAt = shipment.shipBy + HOUR + draw.below(20 * HOUR);
    }
    long today = order.epochDay + shipDay;
    shipment.arrival = today + shipment.offer.transitDays();
    shipment.promised = shipment.arrival + draw.below(3);
    if (draw.chance(LATE_AT_DOOR)) {
      shipment.arrival = shipment.promised + 1;
    }
    settle(shipment, cancelled);
  }

  /** What lies after the end of what is generated has not happened. */
  private void settle(Shipment shipment, boolean cancelled) {
    shipment.cartons = 0;
    shipment.shippingMinor = 0;
    if (cancelled) {
      shipment.state = State.CANCELLED;
      shipment.releasedAt = GeneratedOrder.NEVER;
      shipment.shippedAt = GeneratedOrder.NEVER;
    } else if (shipment.releasedAt >= end) {
      shipment.state = State.PLACED;
      shipment.releasedAt = GeneratedOrder.NEVER;
      shipment.shippedAt = GeneratedOrder.NEVER;
    } else if (shipment.shippedAt >= end) {
      shipment.state = State.RELEASED;
      shipment.shippedAt = GeneratedOrder.NEVER;
    } else {
      shipment.state = State.SHIPPED;
    }
  }

  private void outcome(GeneratedOrder order) {
    int[] units = {0, 0};
    for (int i = 0; i < order.rows; i++) {
      Row row = order.row[i];
      Shipment shipment = order.shipment[row.shipment];
      int planned = row.filledMilli == 0 ? row.orderedMilli : row.filledMilli;
      row.filledMilli = filled(shipment, planned, i > 0);
      row.revenueMinor = (row.filledMilli * (long) client.skus().priceMinor(row.sku) + 500) / 1_000;
      if (shipment.state == State.SHIPPED && draw.chance(RETURNED)) {
        row.returnedMilli = row.filledMilli > 1_000 ? 1_000 : row.filledMilli;
      }
      units[row.shipment] += row.filledMilli;
    }
    for (int i = 0; i < order.shipments; i++) {
      Shipment shipment = order.shipment[i];
      if (shipment.state != State.CANCELLED) {
        shipment.cartons = 1 + units[i] / UNITS_PER_CARTON;
        int more = (shipment.cartons - 1) * shipment.offer.baseMinor() * 2 / 3;
        shipment.shippingMinor = shipment.offer.baseMinor() + more;
      }
    }
  }

  /** The first row of an order is always found, so that no shipment of one line is empty. */
  private int filled(Shipment shipment, int planned, boolean mayBeShort) {
    if (shipment.state == State.CANCELLED) {
      return 0;
    }
    return mayBeShort && planned > 1_000 && draw.chance(SHORT_LINE) ? planned - 1_000 : planned;
  }
}
