package dev.holdfast.application.floor;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.TrackingNumber;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.order.Step;
import dev.holdfast.storage.api.FloorStore;
import dev.holdfast.storage.api.FloorStore.Parcel;
import java.util.List;

/** Says where a parcel is, and nothing about who gets it. Blocks. */
public final class TrackParcel {
  private final FloorStore store;
  private final Shipments shipments;

  TrackParcel(FloorStore store, Shipments shipments) {
    this.store = store;
    this.shipments = shipments;
  }

  /**
   * Where a parcel is.
   *
   * @param steps of its order since it was packed; none where several shipments share them
   */
  public record Tracked(String number, Shipment shipment, List<Step> steps) {
    public Tracked {
      steps = List.copyOf(steps);
    }
  }

  /**
   * The parcel of a number as somebody wrote it.
   *
   * @throws FloorRefusal when there is none
   */
  public Tracked track(ClientId client, String written) {
    TrackingNumber number =
        TrackingNumber.typed(written).orElseThrow(() -> FloorRefusal.notFound("parcel"));
    Parcel parcel =
        store.parcel(client, number.text()).orElseThrow(() -> FloorRefusal.notFound("parcel"));
    var seen = shipments.find(client, parcel.order(), parcel.shipment());
    List<Step> steps =
        seen.order().shipments().size() > 1
            ? List.of()
            : seen.order().steps().stream()
                .filter(step -> step.state().number() >= OrderState.PACKED.number())
                .toList();
    return new Tracked(number.text(), seen.shipment(), steps);
  }
}
