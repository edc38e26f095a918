package dev.holdfast.domain.order;

import dev.holdfast.domain.stock.LotPick;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.ChangeOrder;
import dev.holdfast.domain.stock.StockCommand.Hold;
import dev.holdfast.domain.stock.StockCommand.Return;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has to happen to stock so that it follows an order from one version to the next: a new
 * shipment is held, one that was given up is released, one that left is confirmed. Because it is
 * derived from the two versions, plan and stock cannot part ways in a use case. Pure.
 */
public final class StockOfOrder {
  private StockOfOrder() {}

  /**
   * The change from one version to the next.
   *
   * @param before null for a new order
   * @param takenOver shoppers' reservations that the order replaces, released in the same change
   * @param returns goods that come back with it
   */
  public static ChangeOrder follow(
      @Nullable Order before, Order after, List<UUID> takenOver, List<Return> returns) {
    Map<UUID, Shipment> old = new LinkedHashMap<>();
    if (before != null) {
      before.shipments().forEach(shipment -> old.put(shipment.id(), shipment));
    }
    List<UUID> release = new ArrayList<>(takenOver);
    List<UUID> confirm = new ArrayList<>();
    List<Hold> holds = new ArrayList<>();
    List<LotPick> picks = new ArrayList<>(0);
    for (Shipment shipment : after.shipments()) {
      Shipment was = old.remove(shipment.id());
      boolean held = was != null && was.state().holdsStock();
      if (was == null) {
        holds.add(new Hold(shipment.id(), shipment.lines()));
      } else if (held && shipment.state() == OrderState.SHIPPED) {
        confirm.add(shipment.id());
        picks(shipment, picks);
      } else if (held && shipment.state() == OrderState.CANCELLED) {
        release.add(shipment.id());
      }
    }
    for (Shipment gone : old.values()) {
      if (gone.state().holdsStock()) {
        release.add(gone.id());
      }
    }
    return new ChangeOrder(
        after.id(),
        after.number(),
        before == null ? 0 : before.version(),
        release,
        confirm,
        holds,
        returns,
        picks);
  }

  /** What leaves from lots that the picker has named. */
  private static void picks(Shipment shipment, List<LotPick> into) {
    for (FloorMarks.LotShare share : shipment.floor().lots()) {
      PositionKey position = shipment.parts().get(share.part()).taken().position();
      into.add(new LotPick(position, share.lot(), share.quantity()));
    }
  }
}
