package dev.holdfast.domain.reservation;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Line;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claim on stock: a shopper's, which expires, or an order's, which ends with its shipment. Its
 * lines never change; its state changes only while every position of its lines is locked, so no
 * lock of its own is needed.
 *
 * @param expiresAt of an order's: {@link ReservationTerms#ORDER_TIME_TO_LIVE} after it was made
 * @param order the order that it belongs to; null for a shopper's
 */
public record Reservation(
    UUID id,
    ClientId client,
    ReservationState state,
    List<Line> lines,
    Instant createdAt,
    Instant expiresAt,
    @Nullable UUID order) {
  /** A shopper's reservation. */
  public Reservation(
      UUID id,
      ClientId client,
      ReservationState state,
      List<Line> lines,
      Instant createdAt,
      Instant expiresAt) {
    this(id, client, state, lines, createdAt, expiresAt, null);
  }

  public boolean isActive() {
    return state == ReservationState.ACTIVE;
  }

  public Reservation in(ReservationState next) {
    return new Reservation(id, client, next, lines, createdAt, expiresAt, order);
  }

  public Reservation until(Instant expiry) {
    return new Reservation(id, client, state, lines, createdAt, expiry, order);
  }
}
