package dev.holdfast.domain.fulfilment.pick;

/** How far a pick list has come. The number is what stores keep; it never changes its meaning. */
public enum PickListState {
  /** Nobody has taken it yet. */
  OPEN(0, "open"),
  /** Somebody walks it. */
  PICKING(1, "picking"),
  DONE(2, "done"),
  /** Given up with its wave. */
  CANCELLED(3, "cancelled");

  private static final PickListState[] BY_NUMBER = values();

  private final int number;
  private final String label;

  PickListState(int number, String label) {
    this.number = number;
    this.label = label;
  }

  /** What stores keep. */
  public int number() {
    return number;
  }

  /** The name on the wire and in documents. */
  public String label() {
    return label;
  }

  /** The state of a stored number. */
  public static PickListState ofNumber(int number) {
    return BY_NUMBER[number];
  }
}
