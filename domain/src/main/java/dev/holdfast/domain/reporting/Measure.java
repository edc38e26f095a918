package dev.holdfast.domain.reporting;

/**
 * One thing that reports sum up. Sums are whole numbers; units are thousandths of the SKU's base
 * unit (kilograms and pieces add up), money is minor units of the grain's currency, times are
 * seconds. The order is that of columns in stores: new ones go to the end.
 */
public enum Measure {
  /** Orders placed that belong to the grain; each counts once per grain. */
  ORDERS(0, "orders"),
  LINES(1, "lines"),
  /** What customers asked for, thousandths. */
  ORDERED_UNITS(2, "ordered_units"),
  /** What they get: planned or sent, after everything that could not be found, thousandths. */
  FILLED_UNITS(3, "filled_units"),
  /** What customers pay for what they get. */
  REVENUE(4, "revenue"),
  /** Orders with more than one live shipment. */
  SPLIT_ORDERS(5, "split_orders"),
  CANCELLED_ORDERS(6, "cancelled_orders"),
  /** Live shipments: neither cancelled nor empty. */
  SHIPMENTS(7, "shipments"),
  CARTONS(8, "cartons"),
  /** Postage and cartons of live shipments. */
  SHIPPING_COST(9, "shipping_cost"),
  /** Live shipments handed to the carrier. */
  SHIPPED(10, "shipped"),
  /** Of these, those handed over by their cut-off and promised no earlier than they arrive. */
  ON_TIME(11, "on_time"),
  /** From order to release, seconds, of live shipments that were released. */
  RELEASE_SECONDS(12, "release_seconds"),
  RELEASED(13, "released"),
  /** From order to hand-over, seconds, of shipments that were handed over. */
  SHIP_SECONDS(14, "ship_seconds"),
  RETURNED_UNITS(15, "returned_units"),
  /** Lines that were refused because stock was not there, of orders and reservations. */
  REFUSALS(16, "refusals"),
  REFUSED_UNITS(17, "refused_units"),
  /** Length of finished pick walks, millimetres. */
  WALK_MM(18, "walk_mm"),
  /** Picks (an SKU for an order) of finished pick lists. */
  WALK_LINES(19, "walk_lines"),
  RECEIVED_UNITS(20, "received_units"),
  /** What left for customers. */
  SOLD_UNITS(21, "sold_units"),
  /** What counts, corrections and write-offs without expiry took away, less what they found. */
  SHRINKAGE_UNITS(22, "shrinkage_units"),
  /** What was written off because it was spoiled or past its last day. */
  SPOILED_UNITS(23, "spoiled_units"),
  /** The change of on hand by every kind of movement: its sum up to a moment is the stock then. */
  ON_HAND_UNITS(24, "on_hand_units");

  private static final Measure[] ALL = values();
  private final int number;
  private final String label;

  Measure(int number, String label) {
    this.number = number;
    this.label = label;
  }

  /** The name in columns, files and answers. */
  public String label() {
    return label;
  }

  /** How many there are. */
  public static int count() {
    return ALL.length;
  }

  /** Its place in the order of columns, from 0. */
  public int number() {
    return number;
  }

  /** By its place in the order of columns. */
  public static Measure ofNumber(int number) {
    return ALL[number];
  }
}
