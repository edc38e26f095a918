package dev.holdfast.application.floor;

import dev.holdfast.application.fulfilment.setup.Facility;
import dev.holdfast.application.fulfilment.setup.FulfilmentSetup;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.Wave;
import dev.holdfast.domain.fulfilment.pick.WaveOrder;
import dev.holdfast.domain.fulfilment.pick.Waves;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says which waves could be started at a location. Blocks; for any number of threads. */
public final class ProposeWaves {
  private final OpenShipments open;
  private final Function<ClientId, FulfilmentSetup> setup;
  private final Clock clock;

  ProposeWaves(OpenShipments open, Function<ClientId, FulfilmentSetup> setup, Clock clock) {
    this.open = open;
    this.setup = setup;
    this.clock = clock;
  }

  /**
   * Waves that could be started, the most urgent first, and what no wave takes.
   *
   * @param waves never empty of shipments
   */
  public record Proposal(List<Proposed> waves, List<HeldShipment> held) {
    public Proposal {
      waves = List.copyOf(waves);
      held = List.copyOf(held);
    }
  }

  /**
   * A wave that could be started.
   *
   * @param closed why it has no more, as the end of a sentence
   */
  public record Proposed(
      String carrier, Instant cutOff, List<Waiting> shipments, long units, String closed) {
    public Proposed {
      shipments = List.copyOf(shipments);
    }
  }

  /**
   * A shipment that waits.
   *
   * @param number its order's
   * @param units pieces to pick
   */
  public record Waiting(UUID order, String number, UUID shipment, long units) {}

  /** A shipment that no wave takes, with a sentence that says why and how to mend it. */
  public record HeldShipment(UUID order, String number, UUID shipment, String reason) {}

  /**
   * What could be started at a location now.
   *
   * @throws FloorRefusal when it has no settings
   */
  public Proposal propose(ClientId client, LocationRef location) {
    Facility facility = facility(client, location);
    return propose(open.waiting(client, location.id()), facility);
  }

  Facility facility(ClientId client, LocationRef location) {
    Facility facility = setup.apply(client).facilities().get(location.code());
    if (facility == null) {
      throw FloorRefusal.notSetUp(
          "Location "
              + location.code()
              + " has no settings as a place that ships: PUT /v1/fulfilment/facilities/"
              + location.code()
              + " first.");
    }
    return facility;
  }

  Proposal propose(List<Candidate> candidates, Facility facility) {
    Map<String, Candidate> byName = new LinkedHashMap<>();
    List<WaveOrder> orders = new ArrayList<>();
    List<Candidate> urgentFirst = new ArrayList<>(candidates);
    urgentFirst.sort(
        Comparator.comparing((Candidate one) -> one.shipment().carriage().shipBy())
            .thenComparing(one -> one.order().id()));
    for (Candidate one : urgentFirst) {
      String name = name(one.order().number(), byName);
      byName.put(name, one);
      var carriage = one.shipment().carriage();
      orders.add(new WaveOrder(name, carriage.carrier(), carriage.shipBy(), one.units()));
    }
    Waves waves = Waves.of(orders, facility.waves(), clock.instant());
    List<Proposed> proposed = new ArrayList<>();
    for (Wave wave : waves.waves()) {
      List<Waiting> members = new ArrayList<>();
      wave.orders().forEach(name -> members.add(waiting(named(byName, name))));
      proposed.add(
          new Proposed(
              wave.carrier(), wave.cutOff(), members, wave.units(), wave.closed().reason()));
    }
    List<HeldShipment> held = new ArrayList<>();
    for (Waves.Held one : waves.held()) {
      Waiting waiting = waiting(named(byName, one.order()));
      held.add(new HeldShipment(waiting.order(), waiting.number(), waiting.shipment(), one.text()));
    }
    return new Proposal(proposed, held);
  }

  /** The order's number, told apart where several of its shipments wait here. */
  private static String name(String number, Map<String, ?> taken) {
    String name = number;
    for (int i = 2; taken.containsKey(name); i++) {
      name = number + " (" + i + ")";
    }
    return name;
  }

  private static Candidate named(Map<String, Candidate> byName, String name) {
    @Nullable Candidate found = byName.get(name);
    if (found == null) {
      throw new IllegalStateException("a wave with an order that nobody gave: " + name);
    }
    return found;
  }

  private static Waiting waiting(Candidate one) {
    return new Waiting(one.order().id(), one.order().number(), one.shipment().id(), one.units());
  }
}
