package dev.holdfast.application.order;

import dev.holdfast.application.fulfilment.setup.Facility;
import dev.holdfast.application.fulfilment.setup.Facility.Scarce;
import dev.holdfast.application.view.SkuStock;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewLocation;
import dev.holdfast.domain.fulfilment.sourcing.Source;
import dev.holdfast.domain.fulfilment.sourcing.Supply;
import dev.holdfast.domain.order.Preferences;
import dev.holdfast.domain.order.ShipTo;
import dev.holdfast.domain.stock.PositionKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each location could give of an order, by this node's memory and by what is known better. For
 * one plan.
 */
final class Supplies {
  /**
   * What it may cost more to ship from a preferred location, minor units: more than a zone, less
   * than a second parcel.
   */
  private static final long PREFERENCE_MINOR = 300;

  private final StockView view;
  private final PlanQuestion question;
  private final FreshStock fresh;
  private final List<OrderItem> items;
  private final SkuStock[] stock;

  Supplies(StockView view, PlanQuestion question, FreshStock fresh, List<OrderItem> items) {
    this.view = view;
    this.question = question;
    this.fresh = fresh;
    this.items = items;
    stock = new SkuStock[items.size()];
    for (int i = 0; i < stock.length; i++) {
      stock[i] = view.stock(items.get(i).skuId());
    }
  }

  /** Every location that is set up to ship. */
  List<Source> sources(PlanKit kit) {
    List<Source> sources = new ArrayList<>(kit.stations().size());
    for (PlanKit.Station station : kit.stations().values()) {
      Facility facility = station.facility();
      ViewLocation location = view.location(question.client(), facility.location());
      if (location != null) {
        sources.add(source(facility, location.id()));
      }
    }
    return sources;
  }

  private Source source(Facility facility, int locationId) {
    Preferences wishes = question.delivery().preferences();
    long bonus = wishes.preferred().contains(facility.location()) ? PREFERENCE_MINOR : 0;
    Map<String, Supply> supplies = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      long pieces = items.get(i).piecesOf(available(i, locationId));
      if (pieces > 0) {
        supplies.put(items.get(i).goods().sku(), supply(facility, pieces));
      }
    }
    return new Source(
        facility.location(),
        supplies,
        facility.adjustmentMinor() - bonus,
        excluded(facility, wishes));
  }

  private static Supply supply(Facility facility, long pieces) {
    Scarce scarce = facility.scarce();
    return new Supply(pieces, scarce != null && pieces < scarce.below() ? scarce.minor() : 0);
  }

  private @Nullable String excluded(Facility facility, Preferences wishes) {
    ShipTo to = question.delivery().to();
    if (wishes.excluded().contains(facility.location())) {
      return "excluded for this order";
    }
    if (!facility.country().equals(to.country())) {
      return "ships within " + facility.country() + " only";
    }
    return facility.excluded();
  }

  /** Smallest units that may be taken. */
  private long available(int item, int locationId) {
    OrderItem wanted = items.get(item);
    PositionKey position = PositionKey.of(wanted.skuId(), locationId);
    if (question.without().contains(position)) {
      return 0;
    }
    long own = question.own().getOrDefault(position, 0L);
    Long known = question.known().get(position);
    long promised = known != null ? known : remembered(item, locationId) + own;
    return promised == 0 ? 0 : Math.min(promised, fresh.of(wanted, locationId, own));
  }

  private long remembered(int item, int locationId) {
    int at = stock[item].indexOf(locationId);
    return at < 0 ? 0 : stock[item].availableToPromise(at);
  }
}
