package dev.holdfast.application.order;

import dev.holdfast.application.stock.TimeOrderedIds;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewLocation;
import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.fulfilment.carton.Placement;
import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.sourcing.Sourcing.Sourced;
import dev.holdfast.domain.fulfilment.sourcing.carriage.Dispatch;
import dev.holdfast.domain.fulfilment.sourcing.carriage.Promise;
import dev.holdfast.domain.fulfilment.transit.Choice;
import dev.holdfast.domain.fulfilment.transit.Origin;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import dev.holdfast.domain.order.Carriage;
import dev.holdfast.domain.order.Carriage.OtherService;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns what sourcing decided into the shipments of an order. For one plan. */
final class PlannedShipments {
  private final PlanKit kit;
  private final StockView view;
  private final PlanQuestion question;
  private final Promise promise;
  private final Instant release;
  private final Map<String, OrderItem> items = new HashMap<>();

  /** What of each line, in smallest units, and how many pieces of it are not in a shipment yet. */
  private final Map<String, long[]> left = new HashMap<>();

  PlannedShipments(
      PlanKit kit,
      StockView view,
      PlanQuestion question,
      List<OrderItem> items,
      Promise promise,
      Instant release) {
    this.kit = kit;
    this.view = view;
    this.question = question;
    this.promise = promise;
    this.release = release;
    for (OrderItem item : items) {
      this.items.put(item.goods().sku(), item);
      left.put(item.goods().sku(), new long[] {item.quantity(), item.pieces()});
    }
  }

  List<Shipment> of(Sourced<Dispatch> sourced) {
    return sourced.shipments().stream().map(this::shipment).toList();
  }

  private Shipment shipment(dev.holdfast.domain.fulfilment.sourcing.Shipment<Dispatch> planned) {
    ViewLocation location =
        Objects.requireNonNull(view.location(question.client(), planned.location()));
    List<Part> parts = new ArrayList<>();
    for (dev.holdfast.domain.fulfilment.sourcing.Part part : planned.parts()) {
      OrderItem item = item(part.goods().sku());
      PositionKey position = PositionKey.of(item.skuId(), location.id());
      parts.add(new Part(item.line(), new Line(position, take(item, part.quantity()))));
    }
    return Shipment.planned(TimeOrderedIds.next(), parts, carriage(planned));
  }

  /** Smallest units of so many pieces; who ships the last piece ships what is left of the line. */
  private long take(OrderItem item, long pieces) {
    long[] rest = Objects.requireNonNull(left.get(item.goods().sku()));
    long quantity = pieces == rest[1] ? rest[0] : pieces * item.pieceSize();
    rest[0] -= quantity;
    rest[1] -= pieces;
    return quantity;
  }

  private Carriage carriage(dev.holdfast.domain.fulfilment.sourcing.Shipment<Dispatch> planned) {
    PlanKit.Station station = Objects.requireNonNull(kit.station(planned.location()));
    Dispatch dispatch = planned.dispatch();
    ServiceId service = dispatch.service();
    Origin origin = station.facility().origin();
    ServiceCalendar calendar = Objects.requireNonNull(station.calendars().get(service));
    LocalDate pickUp = dispatch.pickUp();
    return new Carriage(
        service.carrier(),
        service.service(),
        pickUp,
        calendar.cutOff(pickUp, origin.zone()).orElseThrow(),
        Objects.requireNonNull(planned.arrival()),
        new Carriage.Cost(
            dispatch.postageMinor(),
            dispatch.cartonsMinor(),
            planned.adjustmentMinor(),
            planned.opportunityMinor()),
        dispatch.packing().cartons().stream().map(one -> carton(one, planned.parts())).toList(),
        others(station, dispatch));
  }

  /** The same carton, its placements naming lines of the order. */
  private PackedCarton carton(
      PackedCarton packed, List<dev.holdfast.domain.fulfilment.sourcing.Part> parts) {
    List<Placement> items = new ArrayList<>(packed.placements().size());
    for (Placement at : packed.placements()) {
      int line = item(parts.get(at.line()).goods().sku()).line();
      items.add(new Placement(line, at.x(), at.y(), at.z(), at.dx(), at.dy(), at.dz()));
    }
    return new PackedCarton(packed.type(), items, packed.grossG(), packed.priceMinor());
  }

  private List<OtherService> others(PlanKit.Station station, Dispatch dispatch) {
    Destination destination = promise.destination();
    Choice choice =
        station
            .services()
            .cheapest(
                dispatch.parcels(),
                station.facility().origin(),
                destination,
                release,
                promise.by());
    return choice.rejected().stream().map(PlannedShipments::other).toList();
  }

  private static OtherService other(Choice.Rejected rejected) {
    return new OtherService(
        rejected.service().carrier(),
        rejected.service().service(),
        rejected.price() == null ? null : rejected.price().minor(),
        rejected.date(),
        rejected.reason().message());
  }

  private OrderItem item(String sku) {
    return Objects.requireNonNull(items.get(sku));
  }
}
