package dev.holdfast.domain.stock;

/** Why a command was refused. The code is part of the public contract. */
public enum Refusal {
  /** Less is available than was asked for. */
  INSUFFICIENT_STOCK(1, "insufficient-stock"),
  /** Less is physically there than should be taken away. */
  NOT_ON_HAND(2, "not-on-hand"),
  /** The position would hold more than {@link Balance#MAX_ON_HAND}. */
  POSITION_FULL(3, "position-full"),
  /** No such reservation, transfer or order for this client. */
  NOT_FOUND(4, "not-found"),
  /** The reservation's time was over. */
  RESERVATION_EXPIRED(5, "reservation-expired"),
  /** The reservation had already ended another way. */
  RESERVATION_ENDED(6, "reservation-ended"),
  /** The reservation's time is not over yet by the database's clock. */
  NOT_DUE(7, "not-due"),
  /** The transfer had already ended another way. */
  TRANSFER_ENDED(8, "transfer-ended"),
  /** The reservation belongs to an order, or to another one, which alone may end it. */
  HELD_BY_ORDER(9, "held-by-order"),
  /** The order is not at the version that the change was made for. */
  ORDER_CHANGED(10, "order-changed"),
  /** There is an order with this identifier or number already. */
  ORDER_EXISTS(11, "order-exists");

  private final int number;
  private final String code;

  Refusal(int number, String code) {
    this.number = number;
    this.code = code;
  }

  /** What stores keep; it never changes its meaning. */
  public int number() {
    return number;
  }

  /**
   * The refusal of a stored number.
   *
   * @throws IllegalArgumentException when none has it
   */
  public static Refusal ofNumber(int number) {
    for (Refusal refusal : values()) {
      if (refusal.number == number) {
        return refusal;
      }
    }
    throw new IllegalArgumentException("no refusal has number " + number);
  }

  /** The name on the wire. */
  public String code() {
    return code;
  }
}
