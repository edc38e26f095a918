package dev.holdfast.application.floor;

import dev.holdfast.application.floor.Shipments.OnFloor;
import dev.holdfast.application.fulfilment.setup.FulfilmentSetup;
import dev.holdfast.application.order.ChangeOrders;
import dev.holdfast.application.order.ChangeOrders.Answer;
import dev.holdfast.application.order.ChangeOrders.Change;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.TrackingNumber;
import dev.holdfast.domain.fulfilment.carton.CartonType;
import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.order.OnTheFloor;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.storage.api.FloorStore;
import dev.holdfast.storage.api.FloorStore.Parcel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Packs a picked shipment. The numbers of its parcels follow from the shipment and are kept before
 * the order says that it is packed, so that no label bears a number that nobody knows. Blocks.
 */
public final class PackShipment {
  private final Shipments shipments;
  private final ChangeOrders orders;
  private final FloorStore store;
  private final Function<ClientId, FulfilmentSetup> setup;
  private final Clock clock;

  PackShipment(
      Shipments shipments,
      ChangeOrders orders,
      FloorStore store,
      Function<ClientId, FulfilmentSetup> setup,
      Clock clock) {
    this.shipments = shipments;
    this.orders = orders;
    this.store = store;
    this.setup = setup;
    this.clock = clock;
  }

  /**
   * A carton that was really used.
   *
   * @param type its code
   * @param grossG as weighed, grams; null: as reckoned
   */
  public record Used(String type, @Nullable Integer grossG) {}

  /**
   * Packs a shipment; packing it again as it is changes nothing.
   *
   * @param used cartons in order; empty: as planned
   * @throws FloorRefusal when it is not picked yet or packed otherwise, or a carton cannot be so
   */
  public OnFloor pack(Caller caller, UUID id, List<Used> used) {
    OnFloor seen = shipments.find(caller.client(), id);
    List<PackedCarton> cartons = cartons(caller.client(), seen.shipment(), used);
    if (seen.shipment().state() == OrderState.PACKED
        && types(seen.shipment().carriage().cartons()).equals(types(cartons))) {
      return seen;
    }
    refuseUnpicked(seen);
    List<String> numbers = new ArrayList<>();
    for (int carton = 0; carton < Math.max(1, cartons.size()); carton++) {
      numbers.add(TrackingNumber.of(id, carton).text());
    }
    store.track(caller.client(), new Parcel(seen.order().id(), id), numbers);
    Answer answer =
        orders.apply(
            caller.request(":pack", null),
            seen.order().id(),
            order -> Change.of(OnTheFloor.pack(order, id, numbers, cartons, clock.instant())));
    return shipments.of(caller.client(), Settled.order(answer), id);
  }

  private static List<String> types(List<PackedCarton> cartons) {
    return cartons.stream().map(carton -> carton.type().code()).toList();
  }

  private static void refuseUnpicked(OnFloor seen) {
    OrderState state = seen.shipment().state();
    String of = "The shipment of order " + seen.order().number();
    if (state != OrderState.PICKING) {
      String mend =
          state.number() < OrderState.PICKING.number()
              ? "Start a wave with it first: POST /v1/waves."
              : "Only what is picked can be packed.";
      throw FloorRefusal.notNow(state.label(), of + " is " + state.label() + ". " + mend);
    }
    if (!seen.picked()) {
      throw FloorRefusal.notNow(
          state.label(),
          of
              + " is not picked yet: "
              + seen.openStops().size()
              + " stops of list "
              + seen.list()
              + " are open. Finish them first.");
    }
  }

  private List<PackedCarton> cartons(ClientId client, Shipment shipment, List<Used> used) {
    List<PackedCarton> planned = shipment.carriage().cartons();
    if (used.isEmpty()) {
      return planned;
    }
    long contentG =
        planned.stream().mapToLong(one -> one.grossG() - one.type().emptyWeightG()).sum();
    boolean asPlanned = types(planned).equals(used.stream().map(Used::type).toList());
    List<CartonType> known = setup.apply(client).cartons();
    List<PackedCarton> cartons = new ArrayList<>();
    for (int i = 0; i < used.size(); i++) {
      Used one = used.get(i);
      PackedCarton as = asPlanned ? planned.get(i) : null;
      CartonType type = as == null ? type(known, one, i) : as.type();
      Integer weighed = one.grossG();
      long gross;
      if (weighed != null) {
        gross = weighed;
      } else if (as != null) {
        gross = as.grossG();
      } else if (used.size() == 1) {
        gross = type.emptyWeightG() + contentG;
      } else {
        throw FloorRefusal.field(
            "cartons[" + i + "].grossG",
            "is missing: what is in which of several other cartons is not known, so weigh each");
      }
      check(type, gross, i);
      cartons.add(
          new PackedCarton(
              type,
              as == null ? List.of() : as.placements(),
              gross,
              as == null ? type.costMinor() : as.priceMinor()));
    }
    return cartons;
  }

  private static CartonType type(List<CartonType> known, Used one, int index) {
    for (CartonType type : known) {
      if (type.code().equals(one.type())) {
        return type;
      }
    }
    List<String> codes = known.stream().map(CartonType::code).toList();
    throw FloorRefusal.field(
        "cartons[" + index + "].type", "is no carton; there are " + String.join(", ", codes));
  }

  private static void check(CartonType type, long gross, int index) {
    if (gross < type.emptyWeightG() || gross > type.maxGrossG()) {
      throw FloorRefusal.field(
          "cartons[" + index + "].grossG",
          "must be "
              + type.emptyWeightG()
              + " to "
              + type.maxGrossG()
              + " g with carton "
              + type.code()
              + ", not "
              + gross
              + "; weigh again, or take another carton");
    }
  }
}
