package dev.holdfast.application.floor;

import dev.holdfast.application.floor.FloorList.Stop;
import dev.holdfast.application.floor.FloorList.StopPick;
import dev.holdfast.application.floor.PickFloor.Found;
import dev.holdfast.domain.fulfilment.pick.Pick;
import dev.holdfast.domain.fulfilment.pick.PickItem;
import dev.holdfast.domain.fulfilment.pick.ShortPick;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A stop with what was found there, shared out among its totes. Pure. */
final class StopSaid {
  private StopSaid() {}

  /**
   * The stop as it is once this was found; what is not named was found whole.
   *
   * @throws FloorRefusal when something is named that is not picked there, twice, or too much
   */
  static Stop of(FloorList list, Stop stop, List<Found> found) {
    Map<PickItem, Long> said = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      Found one = found.get(i);
      PickItem item = new PickItem("", one.sku(), one.lot());
      long wanted = wanted(list, stop, item);
      String field = "picks[" + i + "]";
      if (wanted == 0) {
        throw FloorRefusal.field(field + ".sku", notHere(list, stop, one));
      }
      if (one.quantity() < 0 || one.quantity() > wanted) {
        String most = list.card(id(list, one.sku())).scale().format(wanted);
        throw FloorRefusal.field(
            field + ".found", "must be 0 to " + most + ", which is all that this stop asks for");
      }
      if (said.put(item, one.quantity()) != null) {
        throw FloorRefusal.field(field + ".sku", "is there twice; add what was found of it");
      }
    }
    Map<Pick, Long> gets = new HashMap<>();
    List<Pick> picks = picks(list, stop);
    said.forEach((item, much) ->
        ShortPick.shares(picks, item, much)
            .forEach(one -> gets.merge(whole(picks, one), one.quantity(), Math::addExact)));
    List<StopPick> done = new ArrayList<>();
    for (int i = 0; i < picks.size(); i++) {
      StopPick pick = stop.picks().get(i);
      boolean named = said.containsKey(picks.get(i).item());
      done.add(pick.found(named ? gets.getOrDefault(picks.get(i), 0L) : pick.quantity()));
    }
    return new Stop(stop.slot(), true, done);
  }

  private static String notHere(FloorList list, Stop stop, Found one) {
    List<String> here =
        picks(list, stop).stream()
            .map(Pick::item)
            .distinct()
            .map(item -> item.sku() + (item.lot() == null ? "" : " of lot " + item.lot()))
            .toList();
    return "is not picked at this stop"
        + (one.lot() == null ? "" : " of lot " + one.lot())
        + "; here it is "
        + String.join(", ", here);
  }

  /** The pick that somebody gets a share of. */
  private static Pick whole(List<Pick> picks, Pick share) {
    for (Pick pick : picks) {
      if (pick.item().equals(share.item()) && pick.tote() == share.tote()) {
        return pick;
      }
    }
    throw new IllegalStateException("a share of nothing: " + share);
  }

  private static long wanted(FloorList list, Stop stop, PickItem item) {
    return picks(list, stop).stream()
        .filter(pick -> pick.item().equals(item))
        .mapToLong(Pick::quantity)
        .sum();
  }

  private static List<Pick> picks(FloorList list, Stop stop) {
    return stop.picks().stream()
        .map(pick ->
            new Pick(
                new PickItem("", list.card(pick.skuId()).code(), pick.lot()),
                pick.quantity(),
                list.content().totes().get(pick.tote()).number(),
                pick.tote()))
        .toList();
  }

  private static long id(FloorList list, String sku) {
    return list.content().goods().stream()
        .filter(card -> Objects.equals(card.code(), sku))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
