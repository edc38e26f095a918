package dev.holdfast.domain.reservation;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Line;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An expiring claim on stock. Its lines never change; its state changes only while every position
 * of its lines is locked, so no lock of its own is needed.
 */
public record Reservation(
    UUID id,
    ClientId client,
    ReservationState state,
    List<Line> lines,
    Instant createdAt,
    Instant expiresAt) {
  public boolean isActive() {
    return state == ReservationState.ACTIVE;
  }

  public Reservation in(ReservationState next) {
    return new Reservation(id, client, next, lines, createdAt, expiresAt);
  }

  public Reservation until(Instant expiry) {
    return new Reservation(id, client, state, lines, createdAt, expiry);
  }
}
