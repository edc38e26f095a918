package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.OrderState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads of one client's orders. They are written by {@link StockLedger} only, together with the
 * stock that they hold. Every method sees committed changes only, sees nothing of another client,
 * and throws {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface OrderStore {
  Optional<Stored> find(ClientId client, UUID id);

  Optional<Stored> findByNumber(ClientId client, String number);

  /**
   * Orders, newest first; with {@link OrderFilter#shipBefore} the first to leave first.
   *
   * @param after the cursor of the page before, of a list in the same order
   * @param limit 1 to {@link Page#MAX_LIMIT}
   * @throws BadCursorException when {@code after} is no cursor of such a list
   */
  Page<Stored> list(ClientId client, OrderFilter filter, @Nullable String after, int limit);

  /**
   * Which orders to list; null: any.
   *
   * @param locationId one of the places that a live shipment comes from
   * @param shipBefore only what must leave before this
   * @param placedFrom inclusive, by the store's time of the first change
   * @param placedTo exclusive
   * @param carrier of the first shipment to leave
   * @param service of the first shipment to leave
   * @param backlog only what is {@link OrderState#isWaiting() waiting}
   */
  record OrderFilter(
      @Nullable OrderState state,
      @Nullable Integer locationId,
      @Nullable Instant shipBefore,
      @Nullable Instant placedFrom,
      @Nullable Instant placedTo,
      @Nullable String carrier,
      @Nullable String service,
      boolean backlog) {
    public static final OrderFilter ANY = new OrderFilter(null, null, null);

    /** What floors ask. */
    public OrderFilter(
        @Nullable OrderState state, @Nullable Integer locationId, @Nullable Instant shipBefore) {
      this(state, locationId, shipBefore, null, null, null, null, false);
    }
  }

  /** An order with the store's times of its first and its latest change. */
  record Stored(OrderRow row, Instant createdAt, Instant updatedAt) {}
}
