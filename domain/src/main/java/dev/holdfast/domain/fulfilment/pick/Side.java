package dev.holdfast.domain.fulfilment.pick;

/** The side of an aisle, seen by somebody who walks from the front to the back. */
public enum Side {
  LEFT("left"),
  RIGHT("right");

  private final String label;

  Side(String label) {
    this.label = label;
  }

  /** The word for people. */
  public String label() {
    return label;
  }
}
