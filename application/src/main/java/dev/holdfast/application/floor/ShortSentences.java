package dev.holdfast.application.floor;

import dev.holdfast.application.floor.FloorList.Shortage;
import dev.holdfast.application.floor.SettleShortages.Fate;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.order.Carriage;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.order.Transition.Obstacle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says to the picker what became of what was not found. */
final class ShortSentences {
  private final SkuCards cards;
  private final LocationCodes places;

  ShortSentences(SkuCards cards, LocationCodes places) {
    this.cards = cards;
    this.places = places;
  }

  /** The order was changed: what brings the rest, or that nobody does. */
  Fate changed(ClientId client, FloorList list, Order order, List<Shortage> missing) {
    UUID remainder = missing.getFirst().remainder();
    boolean left = order.shipments().stream().anyMatch(one -> one.id().equals(remainder));
    Map<Long, Long> lacks = new HashMap<>();
    missing.forEach(one -> lacks.merge(one.skuId(), one.missing(), Math::addExact));
    Map<Long, String> sentences = new HashMap<>();
    lacks.forEach((sku, quantity) ->
        sentences.put(sku, sentence(client, list, order, remainder, new Lack(sku, quantity))));
    return new Fate(left ? remainder : null, sentences);
  }

  /** So much of a SKU that was not found, smallest units. */
  private record Lack(long sku, long quantity) {}

  private String sentence(ClientId client, FloorList list, Order order, UUID remainder, Lack lack) {
    long sku = lack.sku();
    long quantity = lack.quantity();
    SkuCard card = list.card(sku);
    List<String> brought = new ArrayList<>();
    long coming = 0;
    for (Shipment one : order.shipments()) {
      long here =
          one.state() == OrderState.RELEASED && isFresh(one, remainder)
              ? one.lines().stream()
                  .filter(line -> line.position().skuId() == sku)
                  .mapToLong(line -> line.quantity())
                  .sum()
              : 0;
      if (here > 0 && coming < quantity) {
        coming += here;
        Carriage by = one.carriage();
        brought.add(
            card.scale().format(here)
                + " from "
                + places.code(client, one.locationId())
                + " with "
                + by.carrier()
                + " "
                + by.service()
                + ", arriving "
                + by.arrival());
      }
    }
    if (order.state() == OrderState.CANCELLED) {
      return "Nobody has it, and nothing else was in the order: the order is cancelled.";
    }
    String rest =
        "Nobody has it: "
            + card.scale().format(quantity - Math.min(coming, quantity))
            + " were taken off the order.";
    if (brought.isEmpty()) {
      return rest;
    }
    String comes = "The rest comes: " + String.join("; ", brought) + ".";
    return coming >= quantity ? comes : comes + " " + rest;
  }

  /** Planned after the shortage was noted: identifiers rise with time. */
  private static boolean isFresh(Shipment one, UUID remainder) {
    return one.id().compareTo(remainder) > 0;
  }

  /** The order was not changed, because it is not picked any more. */
  Fate impossible(@Nullable Order order, Obstacle obstacle, List<Shortage> missing) {
    String state = order == null ? "gone" : order.state().label();
    String sentence = "The order is " + state + " by now: put back what was picked for it.";
    Map<Long, String> sentences = new HashMap<>();
    missing.forEach(one -> sentences.put(one.skuId(), sentence));
    boolean open = order != null && obstacle == Obstacle.NOT_NOW;
    return new Fate(open ? missing.getFirst().shipment() : null, sentences);
  }

  /** Its stock says no, again and again. */
  Fate refused(List<Shortage> missing) {
    Map<Long, String> sentences = new HashMap<>();
    missing.forEach(one ->
        sentences.put(
            one.skuId(),
            "The order could not be planned again, because its stock is claimed by others: ask a"
                + " planner to cancel or change it."));
    return new Fate(missing.getFirst().shipment(), sentences);
  }

  /** The cartons of what is left, as far as they were planned. */
  List<PackedCarton> cartons(ClientId client, Order order, Shipment was, ShortShipment left) {
    Map<Integer, Long> units = new HashMap<>();
    Map<Integer, Integer> grams = new HashMap<>();
    for (int i = 0; i < was.parts().size(); i++) {
      int line = was.parts().get(i).line();
      SkuCard card = cards.of(client, order.lines().get(line).skuId());
      grams.put(line, card.weightG());
      units.merge(line, card.pieces(left.found().get(i)), Math::addExact);
    }
    return CartonsLeft.of(was.carriage().cartons(), units, grams);
  }
}
