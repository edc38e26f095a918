package dev.holdfast.domain.fulfilment.pick;

/** How far a wave has come. The number is what stores keep; it never changes its meaning. */
public enum WaveState {
  /** Decided; its orders are being given to the floor. */
  STARTING(0, "starting"),
  PICKING(1, "picking"),
  /** All of its pick lists are done. */
  DONE(2, "done"),
  /** Given up before anything was picked: its orders wait for another wave. */
  CANCELLED(3, "cancelled");

  private static final WaveState[] BY_NUMBER = values();

  private final int number;
  private final String label;

  WaveState(int number, String label) {
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
  public static WaveState ofNumber(int number) {
    return BY_NUMBER[number];
  }
}
