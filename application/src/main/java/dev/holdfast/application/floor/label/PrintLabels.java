package dev.holdfast.application.floor.label;

import dev.holdfast.application.floor.FloorRefusal;
import dev.holdfast.application.floor.LocationCodes;
import dev.holdfast.application.floor.Shipments;
import dev.holdfast.application.floor.Shipments.OnFloor;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.order.Carriage;
import dev.holdfast.domain.order.ShipTo;
import dev.holdfast.storage.api.CatalogueStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Prints the labels of a packed shipment, one for each carton. Blocks; for any threads. */
public final class PrintLabels {
  private final Shipments shipments;
  private final CatalogueStore catalogue;
  private final LocationCodes codes;

  public PrintLabels(Shipments shipments, CatalogueStore catalogue, LocationCodes codes) {
    this.shipments = shipments;
    this.catalogue = catalogue;
    this.codes = codes;
  }

  /**
   * The labels of a shipment.
   *
   * @throws FloorRefusal when there is no such shipment, or it is not packed
   */
  public Label of(ClientId client, UUID id) {
    OnFloor seen = shipments.find(client, id);
    List<String> numbers = seen.shipment().floor().tracking();
    if (numbers.isEmpty()) {
      throw FloorRefusal.notNow(
          seen.shipment().state().label(),
          "The shipment of order "
              + seen.order().number()
              + " is "
              + seen.shipment().state().label()
              + ". Its labels exist once it is packed.");
    }
    List<LabelText> labels = new ArrayList<>();
    for (int carton = 0; carton < numbers.size(); carton++) {
      labels.add(label(client, seen, carton));
    }
    String name = seen.order().number().replaceAll("[^A-Za-z0-9._-]", "_");
    return new Label("label-" + name + ".pdf", LabelSheet.pdf(labels));
  }

  private LabelText label(ClientId client, OnFloor seen, int carton) {
    Carriage by = seen.shipment().carriage();
    ShipTo to = seen.order().shipTo();
    List<String> address = new ArrayList<>();
    if (to.name() != null) {
      address.add(to.name());
    }
    if (to.address() != null) {
      address.addAll(to.address().lines().toList());
    }
    List<String> numbers = seen.shipment().floor().tracking();
    return new LabelText(
        by.carrier(),
        by.service(),
        "Carton " + (carton + 1) + " of " + numbers.size(),
        from(client, seen.shipment().locationId()),
        address,
        to.postcode() + "  " + to.country(),
        numbers.get(carton),
        notes(seen, by, carton));
  }

  private List<String> from(ClientId client, int locationId) {
    String code = codes.code(client, locationId);
    List<String> lines = new ArrayList<>();
    Location location = catalogue.location(client, code).orElse(null);
    lines.add(location == null ? code : location.name() + " (" + code + ")");
    if (location != null && !location.address().isBlank()) {
      lines.add(location.address());
    }
    return lines;
  }

  private static List<String> notes(OnFloor seen, Carriage by, int index) {
    List<String> notes = new ArrayList<>();
    notes.add("Order " + seen.order().number());
    if (index < by.cartons().size()) {
      PackedCarton carton = by.cartons().get(index);
      notes.add(
          "Carton "
              + carton.type().code()
              + ", "
              + carton.type().outer().text()
              + ", "
              + carton.grossG()
              + " g");
    }
    notes.add("Pick-up " + by.pickUp() + ", arrives " + by.arrival());
    return notes;
  }
}
