package dev.holdfast.domain.transfer;

/** The state of a transfer: in transit, then exactly one of the others. */
public enum TransferState {
  IN_TRANSIT,
  RECEIVED,
  CANCELLED;

  /** The name on the wire. */
  public String label() {
    return switch (this) {
      case IN_TRANSIT -> "in-transit";
      case RECEIVED -> "received";
      case CANCELLED -> "cancelled";
    };
  }
}
