package dev.holdfast.application.floor;

import dev.holdfast.application.floor.FloorList.Stop;
import dev.holdfast.application.floor.FloorList.StopPick;
import dev.holdfast.application.floor.FloorList.Tote;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.Pick;
import dev.holdfast.domain.fulfilment.pick.PickItem;
import dev.holdfast.domain.fulfilment.pick.PickList;
import dev.holdfast.domain.fulfilment.pick.PickListState;
import dev.holdfast.domain.fulfilment.pick.PickStop;
import dev.holdfast.domain.fulfilment.pick.PickTask;
import dev.holdfast.domain.fulfilment.pick.Point;
import dev.holdfast.domain.fulfilment.pick.ShortestWalk;
import dev.holdfast.domain.fulfilment.pick.Slot;
import dev.holdfast.domain.order.FloorMarks.LotShare;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.Shipment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes one pick list: totes, stops in the order of the shortest walk, and who gets what. */
final class ListMaker {
  private final ClientId client;
  private final PickPlan plan;
  private final Map<String, SkuCard> cards = new LinkedHashMap<>();
  private final Map<String, LocalDate> expiry = new HashMap<>();

  ListMaker(ClientId client, PickPlan plan) {
    this.client = client;
    this.plan = plan;
  }

  /**
   * The list of some shipments.
   *
   * @param bare the list without content
   * @param members one tote each
   * @param cardOf the card of each SKU
   */
  FloorList list(FloorList bare, List<Candidate> members, CardOf cardOf) {
    List<Tote> totes = new ArrayList<>();
    Map<String, Integer> toteOf = new HashMap<>();
    List<PickTask> walked = new ArrayList<>();
    Map<String, List<Pick>> elsewhere = new TreeMap<>();
    for (Candidate one : members) {
      int tote = totes.size();
      Shipment shipment = one.shipment();
      String name = shipment.id().toString();
      toteOf.put(name, tote);
      totes.add(new Tote(one.order().id(), one.order().number(), shipment.id(), one.units()));
      for (int index = 0; index < shipment.parts().size(); index++) {
        SkuCard card = cardOf.card(shipment.parts().get(index).taken().position().skuId());
        cards.put(card.code(), card);
        Slot slot = plan.slot(card.code());
        for (Share share : shares(shipment, index)) {
          PickItem item = new PickItem(client.toString(), card.code(), share.lot());
          remember(card.code(), share);
          if (slot == null) {
            add(
                elsewhere.computeIfAbsent(card.code(), any -> new ArrayList<>()),
                new Pick(item, share.quantity(), name, tote));
          } else {
            walked.add(new PickTask(name, item, share.quantity(), slot));
          }
        }
      }
    }
    List<Stop> stops = new ArrayList<>();
    long length = 0;
    List<Point> line = List.of();
    Layout layout = plan.layout();
    if (layout != null && !walked.isEmpty()) {
      PickList shortest = PickList.of(new ShortestWalk(layout), walked);
      for (PickStop stop : shortest.stops()) {
        stops.add(stop(stop.slot(), stop.picks(), toteOf));
      }
      length = shortest.walk().lengthMm();
      line = shortest.walk().line();
    }
    elsewhere.values().forEach(picks -> stops.add(stop(null, picks, toteOf)));
    FloorList.Content content =
        new FloorList.Content(
            null, length, layout, line, totes, List.copyOf(cards.values()), stops, List.of());
    return new FloorList(
        bare.id(),
        bare.number(),
        bare.wave(),
        bare.locationId(),
        PickListState.OPEN,
        1,
        false,
        content);
  }

  /** Two lines of one order that want the same are one pick. */
  private static void add(List<Pick> picks, Pick more) {
    for (int i = 0; i < picks.size(); i++) {
      Pick one = picks.get(i);
      if (one.item().equals(more.item()) && one.tote() == more.tote()) {
        long both = Math.addExact(one.quantity(), more.quantity());
        picks.set(i, new Pick(one.item(), both, one.order(), one.tote()));
        return;
      }
    }
    picks.add(more);
  }

  /** The card of a SKU by its number. */
  interface CardOf {
    SkuCard card(long skuId);
  }

  private record Share(@Nullable String lot, @Nullable LocalDate expires, long quantity) {}

  /** A part lot by lot, and what has none. */
  private static List<Share> shares(Shipment shipment, int index) {
    Part part = shipment.parts().get(index);
    long left = part.taken().quantity();
    List<Share> shares = new ArrayList<>();
    for (LotShare lot : shipment.floor().lots()) {
      if (lot.part() == index) {
        shares.add(new Share(lot.lot(), lot.expires(), lot.quantity()));
        left -= lot.quantity();
      }
    }
    if (left > 0) {
      shares.add(new Share(null, null, left));
    }
    return shares;
  }

  private void remember(String sku, Share share) {
    if (share.expires() != null) {
      expiry.put(sku + '/' + share.lot(), share.expires());
    }
  }

  private Stop stop(@Nullable Slot slot, List<Pick> picks, Map<String, Integer> toteOf) {
    List<StopPick> found = new ArrayList<>();
    for (Pick pick : picks) {
      String sku = pick.item().sku();
      SkuCard card = cards.get(sku);
      Integer tote = toteOf.get(pick.order());
      if (card == null || tote == null) {
        throw new IllegalStateException("a pick of what nobody asked for: " + pick);
      }
      found.add(
          new StopPick(
              card.id(),
              pick.item().lot(),
              expiry.get(sku + '/' + pick.item().lot()),
              tote,
              pick.quantity(),
              null));
    }
    return new Stop(slot, false, found);
  }
}
