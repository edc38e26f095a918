package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.PickupNumber;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.domain.transfer.TransferState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads of one client's stock from the store itself. Every method sees committed changes only, sees
 * nothing of another client, and throws {@link StoreUnavailableException} when the store cannot be
 * asked. Limits are 1 to {@link Page#MAX_LIMIT}.
 */
public interface StockReader {
  /** The position; empty when nothing ever happened to it. */
  Optional<PositionRow> position(ClientId client, PositionKey position);

  /** Positions in key order. */
  Page<PositionRow> positions(
      ClientId client, PositionFilter filter, @Nullable String after, int limit);

  /** Ledger entries of a position, newest first. */
  Page<HistoryRow> history(
      ClientId client, PositionKey position, @Nullable String after, int limit);

  Optional<Reservation> reservation(ClientId client, UUID id);

  /** Reservations, newest first. */
  Page<Reservation> reservations(
      ClientId client, ReservationFilter filter, @Nullable String after, int limit);

  Optional<Transfer> transfer(ClientId client, UUID id);

  /** Transfers, newest first. */
  Page<Transfer> transfers(
      ClientId client, TransferFilter filter, @Nullable String after, int limit);

  /** Which positions to list; null or false: any. */
  record PositionFilter(
      @Nullable Long skuId, @Nullable Integer locationId, boolean onlyShortfalls) {}

  /**
   * Which reservations to list; null: any. One line has both the SKU and the location. Those that
   * are active are found by an index; others are looked through from the newest on.
   *
   * @param orders whether those of orders are listed too, and not only shoppers'
   */
  record ReservationFilter(
      @Nullable ReservationState state,
      @Nullable Long skuId,
      @Nullable Integer locationId,
      @Nullable PickupNumber pickup,
      boolean orders) {
    public static final ReservationFilter ANY = in(null);

    /** Those of shoppers. */
    public ReservationFilter(
        @Nullable ReservationState state,
        @Nullable Long skuId,
        @Nullable Integer locationId,
        @Nullable PickupNumber pickup) {
      this(state, skuId, locationId, pickup, false);
    }

    public static ReservationFilter in(@Nullable ReservationState state) {
      return new ReservationFilter(state, null, null, null);
    }

    /** These and those of orders. */
    public ReservationFilter withOrders() {
      return new ReservationFilter(state, skuId, locationId, pickup, true);
    }
  }

  /**
   * Which transfers to list; null: any. The location is where a line comes from or where all go;
   * with a SKU, its lines alone count. Those in transit are found by an index; others are looked
   * through from the newest on.
   */
  record TransferFilter(
      @Nullable TransferState state, @Nullable Long skuId, @Nullable Integer locationId) {
    public static final TransferFilter ANY = in(null);

    public static TransferFilter in(@Nullable TransferState state) {
      return new TransferFilter(state, null, null);
    }
  }

  /** A position with its balance. */
  record PositionRow(PositionKey position, Balance balance, Instant updatedAt) {}

  /**
   * One movement.
   *
   * @param actor the name of the key that did it, or "system"
   * @param subject the reservation or transfer concerned
   * @param otherLocation of a transfer: where the goods go to or come from
   */
  record HistoryRow(
      EntryKind kind,
      long onHandDelta,
      long reservedDelta,
      Balance after,
      Instant at,
      String actor,
      @Nullable String note,
      @Nullable UUID subject,
      @Nullable Integer otherLocation) {}
}
