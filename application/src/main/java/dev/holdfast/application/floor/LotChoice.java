package dev.holdfast.application.floor;

import dev.holdfast.application.fulfilment.setup.FulfilmentSetup;
import dev.holdfast.application.lots.LotBook;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.FloorMarks;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.lot.LotAsk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Chooses the lots that a wave's shipments are picked from: what expires first goes first. */
final class LotChoice {
  private final LotBook book;
  private final OpenShipments open;
  private final SkuCards cards;
  private final Function<ClientId, FulfilmentSetup> setup;

  LotChoice(
      LotBook book, OpenShipments open, SkuCards cards, Function<ClientId, FulfilmentSetup> setup) {
    this.book = book;
    this.open = open;
    this.cards = cards;
    this.setup = setup;
  }

  /** Chooses for one wave; for one thread. */
  Chooser chooser(ClientId client, FloorWave wave) {
    return new Chooser(client, wave.locationId(), setup.apply(client));
  }

  /** Knows what it told others to take, so that no two are sent to the same units. */
  final class Chooser {
    private final ClientId client;
    private final int location;
    private final FulfilmentSetup wishes;
    private final Map<Long, Long> ahead = new HashMap<>();
    private final Map<UUID, List<FloorMarks.LotShare>> chosen = new HashMap<>();

    private Chooser(ClientId client, int location, FulfilmentSetup wishes) {
      this.client = client;
      this.location = location;
      this.wishes = wishes;
    }

    /** Which lots the parts of a shipment are taken from; asking again answers the same. */
    List<FloorMarks.LotShare> shares(Shipment shipment) {
      return chosen.computeIfAbsent(shipment.id(), any -> choose(shipment));
    }

    private List<FloorMarks.LotShare> choose(Shipment shipment) {
      List<FloorMarks.LotShare> shares = new ArrayList<>();
      for (int index = 0; index < shipment.parts().size(); index++) {
        Part part = shipment.parts().get(index);
        PositionKey position = part.taken().position();
        if (book.allocate(client, location, position.skuId(), 1).isEmpty()) {
          continue;
        }
        long before = ahead.computeIfAbsent(position.skuId(), this::inHand);
        long quantity = part.taken().quantity();
        LotAsk ask = new LotAsk(quantity, before, usableOn(shipment, position.skuId()));
        int of = index;
        book.allocate(client, location, position.skuId(), ask)
            .forEach(share ->
                shares.add(
                    new FloorMarks.LotShare(of, share.lot(), share.expires(), share.quantity())));
        ahead.put(position.skuId(), before + quantity);
      }
      return shares;
    }

    private long inHand(long sku) {
      return open.inHand(client, location, Set.of(sku)).getOrDefault(sku, 0L);
    }

    private @Nullable LocalDate usableOn(Shipment shipment, long sku) {
      int days = wishes.wishesOf(cards.ref(client, sku).code()).minShelfLifeDays();
      return days == 0 ? null : shipment.carriage().arrival().plusDays(days);
    }
  }
}
