package dev.holdfast.domain.reservation;

/** The state of a reservation: active, then exactly one of the others. */
public enum ReservationState {
  ACTIVE,
  CONFIRMED,
  RELEASED,
  EXPIRED;

  /** The name on the wire. */
  public String label() {
    return switch (this) {
      case ACTIVE -> "active";
      case CONFIRMED -> "confirmed";
      case RELEASED -> "released";
      case EXPIRED -> "expired";
    };
  }
}
