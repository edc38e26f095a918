package dev.holdfast.application.order;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.application.fulfilment.setup.Facility;
import dev.holdfast.application.fulfilment.setup.FulfilmentSetup;
import dev.holdfast.application.lots.LotBook;
import dev.holdfast.application.view.StockView;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.sourcing.Part;
import dev.holdfast.domain.fulfilment.sourcing.Sourcer;
import dev.holdfast.domain.fulfilment.sourcing.Sourcing;
import dev.holdfast.domain.fulfilment.sourcing.SourcingOrder;
import dev.holdfast.domain.fulfilment.sourcing.SourcingTerms;
import dev.holdfast.domain.fulfilment.sourcing.carriage.Depot;
import dev.holdfast.domain.fulfilment.sourcing.carriage.Dispatch;
import dev.holdfast.domain.fulfilment.sourcing.carriage.Promise;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.PlanNotes;
import dev.holdfast.domain.order.Preferences;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.StockReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says who ships what of an order, in which cartons, by which service, at the least cost, from what
 * this node's memory knows. It takes nothing: stock may be gone by the time that a plan is held.
 * For any number of threads; blocks only where goods must be fresh or a setup has changed.
 */
public final class PlanOrder {
  /** Setups in use at once; beyond, the least used are compiled again. */
  private static final int MAX_KITS = 1_000;

  /** Each learns one more location's day of arrival; more than a few hardly ever change a plan. */
  private static final int MAX_FRESHNESS_ROUNDS = 5;

  private static final PlanObstacle NOT_FRESH =
      new PlanObstacle(
          "stock",
          "",
          "No plan was found whose goods are all fresh enough on arrival: promise a day, or order"
              + " fewer at once.");

  private final StockView view;
  private final Function<ClientId, FulfilmentSetup> setups;
  private final LotBook lots;
  private final Clock clock;
  private final Cache<FulfilmentSetup, PlanKit> kits =
      Caffeine.newBuilder().weakKeys().maximumSize(MAX_KITS).build();

  public PlanOrder(
      StockView view, Function<ClientId, FulfilmentSetup> setups, LotBook lots, Clock clock) {
    this.view = view;
    this.setups = setups;
    this.lots = lots;
    this.clock = clock;
  }

  /** The best plan by what is known now, or everything that stands against it. */
  public OrderPlan plan(PlanQuestion question) {
    FulfilmentSetup setup = setups.apply(question.client());
    List<PlanObstacle> missing = PlanKit.missing(setup);
    if (!missing.isEmpty()) {
      return new OrderPlan.Impossible(missing, List.of());
    }
    Delivery delivery = question.delivery();
    Optional<Postcode> postcode = Postcode.parse(delivery.to().postcode());
    if (postcode.isEmpty()) {
      return new OrderPlan.Impossible(List.of(noPostcode(delivery)), List.of());
    }
    OrderItems measured = OrderItems.of(view, setup, question.client(), question.lines());
    if (!measured.obstacles().isEmpty()) {
      return new OrderPlan.Impossible(measured.obstacles(), List.of());
    }
    LocalDate by = delivery.promised() == null ? LocalDate.MAX : delivery.promised();
    Promise promise = new Promise(new Destination(postcode.get(), delivery.to().residential()), by);
    return plan(kits.get(setup, PlanKit::of), question, measured.items(), promise);
  }

  /**
   * The best plan; where stock is lacking, the store is asked before it is said so, because memory
   * may be a moment behind it.
   */
  OrderPlan surely(PlanQuestion question, TrueStock truth) {
    OrderPlan plan = plan(question);
    if (plan instanceof OrderPlan.Impossible none) {
      Map<PositionKey, Long> learnt = truth.ofLacking(question, none);
      return learnt.isEmpty() ? plan : plan(question.knowing(learnt));
    }
    return plan;
  }

  TrueStock truth(StockReader reader) {
    return new TrueStock(reader, view);
  }

  private static PlanObstacle noPostcode(Delivery delivery) {
    return new PlanObstacle(
        PlanObstacle.ADDRESS,
        "shipTo.postcode",
        delivery.to().postcode()
            + " is no postcode: give 1 to "
            + Postcode.MAX_LENGTH
            + " letters and digits.");
  }

  private OrderPlan plan(
      PlanKit kit, PlanQuestion question, List<OrderItem> items, Promise promise) {
    Instant now = clock.instant();
    FreshStock fresh = new FreshStock(lots, question.client(), question.delivery().promised());
    boolean perishable = items.stream().anyMatch(item -> item.minShelfLifeDays() > 0);
    for (int round = 0; round < MAX_FRESHNESS_ROUNDS; round++) {
      OrderPlan plan = round(kit, question, items, promise, fresh, now);
      boolean sure = !(plan instanceof OrderPlan.Planned planned) || !learns(fresh, planned);
      if (sure || !perishable) {
        return plan;
      }
    }
    return new OrderPlan.Impossible(List.of(NOT_FRESH), List.of());
  }

  private static boolean learns(FreshStock fresh, OrderPlan.Planned planned) {
    boolean news = false;
    for (Shipment shipment : planned.shipments()) {
      news |= fresh.arrives(shipment.locationId(), shipment.carriage().arrival());
    }
    return news;
  }

  private OrderPlan round(
      PlanKit kit,
      PlanQuestion question,
      List<OrderItem> items,
      Promise promise,
      FreshStock fresh,
      Instant now) {
    Supplies supplies = new Supplies(view, question, fresh, items);
    List<Part> lines = items.stream().map(one -> new Part(one.goods(), one.pieces())).toList();
    SourcingOrder order =
        new SourcingOrder(lines, supplies.sources(kit), terms(kit.setup(), question));
    Sourcing<Dispatch> sourcing = Sourcer.source(order, kit.price().of(promise, depots(kit, now)));
    return switch (sourcing) {
      case Sourcing.Unsourced<Dispatch> none ->
          new OrderPlan.Impossible(
              none.obstacles().stream().map(PlanObstacle::of).toList(), none.alternatives());
      case Sourcing.Sourced<Dispatch> found ->
          new OrderPlan.Planned(
              new PlannedShipments(kit, view, question, items, promise, now).of(found),
              new PlanNotes(
                  kit.rates().currency(),
                  found.splitMinor(),
                  found.proven(),
                  found.alternatives()));
    };
  }

  private static SourcingTerms terms(FulfilmentSetup setup, PlanQuestion question) {
    Preferences wishes = question.delivery().preferences();
    int most = setup.terms().maxShipments();
    return new SourcingTerms(
        setup.rules(),
        wishes.maxShipments() == 0 ? most : Math.min(most, wishes.maxShipments()),
        setup.terms().splitMinor(),
        SourcingTerms.PRICES,
        question.runnersUp());
  }

  private static Map<String, Depot> depots(PlanKit kit, Instant now) {
    Map<String, Depot> depots = new HashMap<>();
    for (PlanKit.Station station : kit.stations().values()) {
      Facility facility = station.facility();
      depots.put(facility.location(), new Depot(facility.origin(), now, station.calendars()));
    }
    return depots;
  }
}
