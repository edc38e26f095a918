package dev.holdfast.application.floor;

import dev.holdfast.application.floor.Shipments.OnFloor;
import dev.holdfast.application.floor.Shipments.Wanted;
import dev.holdfast.application.order.ChangeOrders;
import dev.holdfast.application.order.ChangeOrders.Answer;
import dev.holdfast.application.order.ChangeOrders.Change;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands packed shipments over to their carriers, which is when their goods leave the books, and
 * notes what was delivered. Saying it again changes nothing. Blocks.
 */
public final class HandOver {
  /** The most shipments of one manifest; asking again takes the next ones. */
  public static final int MAX_SHIPMENTS = 500;

  private final Shipments shipments;
  private final ChangeOrders orders;
  private final Clock clock;

  HandOver(Shipments shipments, ChangeOrders orders, Clock clock) {
    this.shipments = shipments;
    this.orders = orders;
    this.clock = clock;
  }

  /**
   * What a carrier took.
   *
   * @param left what it did not, each with the reason
   */
  public record Manifest(List<OnFloor> handedOver, List<LeftBehind> left) {
    public Manifest {
      handedOver = List.copyOf(handedOver);
      left = List.copyOf(left);
    }
  }

  /** A packed shipment that could not be handed over. */
  public record LeftBehind(OnFloor shipment, String reason) {}

  /** One shipment leaves. */
  public OnFloor handOver(Caller caller, UUID id) {
    OnFloor seen = shipments.find(caller.client(), id);
    return advance(caller, seen, OrderState.SHIPPED, "Pack it first.");
  }

  /** One shipment is at the door. */
  public OnFloor deliver(Caller caller, UUID id) {
    OnFloor seen = shipments.find(caller.client(), id);
    return advance(caller, seen, OrderState.DELIVERED, "Hand it over to its carrier first.");
  }

  private OnFloor advance(Caller caller, OnFloor seen, OrderState to, String mend) {
    OrderState state = seen.shipment().state();
    if (state == to) {
      return seen;
    }
    if (state.number() != to.number() - 1) {
      throw FloorRefusal.notNow(
          state.label(),
          "The shipment of order "
              + seen.order().number()
              + " is "
              + state.label()
              + "."
              + (state.number() < to.number() ? " " + mend : ""));
    }
    UUID id = seen.shipment().id();
    Answer answer =
        orders.apply(
            caller.request(":" + id, null),
            seen.order().id(),
            order -> Change.of(order.advance(id, to, clock.instant(), null)));
    return shipments.of(caller.client(), Settled.order(answer), id);
  }

  /** Everything that is packed for a carrier at a location leaves. */
  public Manifest handOver(Caller caller, LocationRef location, String carrier) {
    Wanted wanted = new Wanted(location.id(), OrderState.PACKED, carrier);
    List<OnFloor> packed = new ArrayList<>();
    @Nullable String after = null;
    do {
      Page<OnFloor> page = shipments.list(caller.client(), wanted, after, Page.MAX_LIMIT);
      packed.addAll(page.items());
      after = page.next();
    } while (after != null && packed.size() < MAX_SHIPMENTS);
    List<OnFloor> gone = new ArrayList<>();
    List<LeftBehind> left = new ArrayList<>();
    for (OnFloor one : packed.subList(0, Math.min(packed.size(), MAX_SHIPMENTS))) {
      try {
        gone.add(advance(caller, one, OrderState.SHIPPED, ""));
      } catch (FloorRefusal refused) {
        left.add(new LeftBehind(one, refused.sentence()));
      }
    }
    return new Manifest(gone, left);
  }
}
