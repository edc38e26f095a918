package dev.holdfast.application.floor;

import dev.holdfast.application.floor.FloorList.StopPick;
import dev.holdfast.application.floor.FloorList.Tote;
import dev.holdfast.application.order.OrderDocument;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.OrderStore.OrderFilter;
import dev.holdfast.storage.api.OrderStore.Stored;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shipments as the floor sees them: one, or a list. Blocks; for any number of threads. */
public final class Shipments {
  /** Orders that one page looks through; a page that found fewer shipments has a cursor. */
  private static final int MAX_LOOKED_AT = 1_000;

  /** Few orders have more shipments from one place, so that a page is seldom longer than asked. */
  private static final int SHIPMENTS_PER_ORDER = 4;

  private static final char BETWEEN = '.';

  /** A shipment that comes from one of these has its order in this state or one before. */
  private static final List<OrderState> IN_ORDER =
      List.of(
          OrderState.PLACED,
          OrderState.RELEASED,
          OrderState.PICKING,
          OrderState.PACKED,
          OrderState.SHIPPED,
          OrderState.DELIVERED,
          OrderState.RETURNED);

  private final OrderStore orders;
  private final StockReader stock;
  private final FloorBook floor;

  Shipments(OrderStore orders, StockReader stock, FloorBook floor) {
    this.orders = orders;
    this.stock = stock;
    this.floor = floor;
  }

  /**
   * A shipment with its order, and how far its picking is.
   *
   * @param list the number of its pick list; null where it has none
   * @param totes where it stands on the cart
   * @param openStops stops at which something of it is still to be picked
   */
  public record OnFloor(
      Order order,
      Shipment shipment,
      @Nullable String list,
      List<Integer> totes,
      List<Integer> openStops,
      boolean picked) {
    public OnFloor {
      totes = List.copyOf(totes);
      openStops = List.copyOf(openStops);
    }
  }

  /** Which shipments to list; null: any. */
  public record Wanted(
      @Nullable Integer locationId, @Nullable OrderState state, @Nullable String carrier) {
    private boolean fits(Shipment one) {
      return (locationId == null || locationId == one.locationId())
          && (state == null || state == one.state())
          && (carrier == null || carrier.equals(one.carriage().carrier()));
    }
  }

  /**
   * The shipment of this identifier.
   *
   * @throws FloorRefusal when the client has none
   */
  public OnFloor find(ClientId client, UUID id) {
    UUID order =
        stock
            .reservation(client, id)
            .map(Reservation::order)
            .orElseThrow(() -> FloorRefusal.notFound("shipment"));
    return find(client, order, id);
  }

  OnFloor find(ClientId client, UUID orderId, UUID id) {
    Order order =
        orders
            .find(client, orderId)
            .map(stored -> OrderDocument.read(stored.row().document()))
            .orElseThrow(() -> FloorRefusal.notFound("shipment"));
    return of(client, order, id);
  }

  OnFloor of(ClientId client, Order order, UUID id) {
    return order.shipments().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .map(one -> seen(client, order, one, new HashMap<>()))
        .orElseThrow(() -> FloorRefusal.notFound("shipment"));
  }

  /**
   * Shipments of the newest orders first, state by state of their orders.
   *
   * @throws BadCursorException when {@code after} is no cursor
   */
  public Page<OnFloor> list(ClientId client, Wanted wanted, @Nullable String after, int limit) {
    List<@Nullable OrderState> states = states(wanted.state());
    Place place = place(states, after);
    int step = Math.max(1, limit / SHIPMENTS_PER_ORDER);
    Map<UUID, Optional<FloorList>> lists = new HashMap<>();
    List<OnFloor> found = new ArrayList<>();
    int looked = 0;
    while (place != null && found.size() + step <= limit && looked < MAX_LOOKED_AT) {
      OrderFilter filter = new OrderFilter(states.get(place.state()), wanted.locationId(), null);
      Page<Stored> page = orders.list(client, filter, place.cursor(), step);
      looked += step;
      for (Stored stored : page.items()) {
        Order order = OrderDocument.read(stored.row().document());
        order.shipments().stream()
            .filter(wanted::fits)
            .forEach(one -> found.add(seen(client, order, one, lists)));
      }
      place = place.next(page.next(), states.size());
    }
    String next =
        place == null
            ? null
            : place.state()
                + String.valueOf(BETWEEN)
                + (place.cursor() == null ? "" : place.cursor());
    return new Page<>(found, next);
  }

  /** Where a list goes on: a state of orders, and the cursor of its list. */
  private record Place(int state, @Nullable String cursor) {
    @Nullable Place next(@Nullable String more, int states) {
      if (more != null) {
        return new Place(state, more);
      }
      return state + 1 < states ? new Place(state + 1, null) : null;
    }
  }

  private static Place place(List<?> states, @Nullable String after) {
    if (after == null) {
      return new Place(0, null);
    }
    int between = after.indexOf(BETWEEN);
    try {
      int state = Integer.parseInt(after.substring(0, Math.max(0, between)));
      if (state >= 0 && state < states.size()) {
        String cursor = after.substring(between + 1);
        return new Place(state, cursor.isEmpty() ? null : cursor);
      }
    } catch (NumberFormatException broken) {
      throw new BadCursorException();
    }
    throw new BadCursorException();
  }

  /** In which states an order may be that has a shipment in one: the likeliest first. */
  private static List<@Nullable OrderState> states(@Nullable OrderState asked) {
    List<@Nullable OrderState> states = new ArrayList<>();
    int at = asked == null ? -1 : IN_ORDER.indexOf(asked);
    if (at < 0) {
      states.add(asked == OrderState.CANCELLED ? null : asked);
      return states;
    }
    for (int i = at; i >= 0; i--) {
      states.add(IN_ORDER.get(i));
    }
    return states;
  }

  private OnFloor seen(
      ClientId client, Order order, Shipment one, Map<UUID, Optional<FloorList>> lists) {
    UUID listId = one.floor().pickList();
    Optional<FloorList> list =
        listId == null
            ? Optional.empty()
            : lists.computeIfAbsent(listId, id -> floor.list(client, id));
    List<Integer> totes = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    boolean unsettled = false;
    if (list.isPresent()) {
      List<Tote> all = list.get().content().totes();
      for (int tote = 0; tote < all.size(); tote++) {
        if (Objects.equals(all.get(tote).shipment(), one.id())) {
          totes.add(tote);
        }
      }
      open.addAll(openStops(list.get(), totes));
      unsettled = list.get().unfinished();
    }
    boolean picked =
        one.state() == OrderState.PICKING && !totes.isEmpty() && open.isEmpty() && !unsettled;
    boolean further = one.state().number() > OrderState.PICKING.number();
    return new OnFloor(
        order,
        one,
        list.map(FloorList::number).orElse(null),
        totes,
        open,
        picked || (further && one.state() != OrderState.CANCELLED));
  }

  private static List<Integer> openStops(FloorList list, List<Integer> totes) {
    List<Integer> open = new ArrayList<>();
    for (int stop = 0; stop < list.content().stops().size(); stop++) {
      FloorList.Stop at = list.content().stops().get(stop);
      if (!at.done() && at.picks().stream().map(StopPick::tote).anyMatch(totes::contains)) {
        open.add(stop);
      }
    }
    return open;
  }
}
