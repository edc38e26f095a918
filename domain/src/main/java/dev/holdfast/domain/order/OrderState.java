package dev.holdfast.domain.order;

/**
 * How far an order or one of its shipments has come. The number is what stores keep; it never
 * changes its meaning.
 */
public enum OrderState {
  /** Planned, and its stock is held. */
  PLACED(0, "placed"),
  /** Given to the warehouse; its lines can no longer change. */
  RELEASED(1, "released"),
  PICKING(2, "picking"),
  PACKED(3, "packed"),
  /** Handed to the carrier: the goods have left their positions. */
  SHIPPED(4, "shipped"),
  DELIVERED(5, "delivered"),
  /** Given up before it was shipped: its stock is free again. */
  CANCELLED(6, "cancelled"),
  /** Come back after it was shipped. */
  RETURNED(7, "returned");

  private static final OrderState[] BY_NUMBER = values();

  private final int number;
  private final String label;

  OrderState(int number, String label) {
    this.number = number;
    this.label = label;
  }

  public int number() {
    return number;
  }

  /** Whether something of it is still to be handed to a carrier. */
  public boolean isWaiting() {
    return number < SHIPPED.number;
  }

  /** The name on the wire and in documents. */
  public String label() {
    return label;
  }

  /** Whether its goods are still on the shelf and held for it. */
  public boolean holdsStock() {
    return number <= PACKED.number;
  }

  /**
   * The state of a stored number.
   *
   * @throws IllegalArgumentException when none has it
   */
  public static OrderState ofNumber(int number) {
    if (number < 0 || number >= BY_NUMBER.length) {
      throw new IllegalArgumentException("no order state has number " + number);
    }
    return BY_NUMBER[number];
  }
}
