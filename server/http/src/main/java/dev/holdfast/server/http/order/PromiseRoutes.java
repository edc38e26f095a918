package dev.holdfast.server.http.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.order.ChangeOrders.Request;
import dev.holdfast.application.order.OrderLines;
import dev.holdfast.application.order.OrderPlan;
import dev.holdfast.application.order.PlanQuestion;
import dev.holdfast.application.order.PromiseOrder;
import dev.holdfast.application.order.PromiseOrder.Answer;
import dev.holdfast.application.view.StockView;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Failures;
import dev.holdfast.server.http.Routes;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what would happen to an order. */
final class PromiseRoutes {
  private final PromiseOrder promises;
  private final OrderLines lines;
  private final OrderNames names;
  private final HeldGoods held;
  private final StockView view;
  private final OrderDesk desk;
  private final ShipmentJson shipments;

  PromiseRoutes(
      PromiseOrder promises,
      OrderLines lines,
      OrderNames names,
      HeldGoods held,
      StockView view,
      OrderDesk desk) {
    this.promises = promises;
    this.lines = lines;
    this.names = names;
    this.held = held;
    this.view = view;
    this.desk = desk;
    this.shipments = new ShipmentJson(names);
  }

  void addTo(Routes routes) {
    routes.blocking(HttpMethod.POST, "/v1/promises", Permission.PLACE_ORDERS, this::promise);
  }

  private void promise(Exchange exchange) {
    ClientId client = exchange.principal().client();
    OrderBody body = new OrderBody(exchange.fields());
    UUID reservationId = body.id("reservation");
    List<OrderLine> asked = body.linesOrHeld(client, lines, reservationId);
    Delivery delivery = body.delivery(client, names);
    Request request = OrderDesk.request(exchange, body.text("note"));
    Duration hold = body.hold(reservationId != null);
    body.finish();
    if (!view.isReady()) {
      throw new ApiException(Failures.viewLoading());
    }
    Reservation reservation = reservationId == null ? null : held.active(client, reservationId);
    List<OrderLine> wanted =
        asked.isEmpty() && reservation != null ? held.lines(client, reservation) : asked;
    PlanQuestion question =
        PlanQuestion.of(client, delivery, wanted)
            .holding(reservation == null ? List.of() : reservation.lines());
    exchange.json(200, written(exchange, wanted, promises.promise(request, question, hold)));
  }

  private ObjectNode written(Exchange exchange, List<OrderLine> wanted, Answer answer) {
    return switch (answer) {
      case Answer.Possible yes -> possible(exchange.principal().client(), wanted, yes);
      case Answer.Impossible no -> impossible(no);
      case Answer.Refused no -> throw desk.refused(exchange, no.refusal());
      case Answer.Unsettled none -> throw desk.unsettled(none.result());
    };
  }

  private ObjectNode possible(ClientId client, List<OrderLine> wanted, Answer.Possible yes) {
    OrderPlan.Planned plan = yes.plan();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("possible", true);
    json.put("validUntil", yes.validUntil().toString());
    json.put("hold", OrderJson.text(yes.hold()));
    json.put("arrival", OrderJson.text(last(plan.shipments())));
    json.put("currency", plan.notes().currency());
    PlanJson.cost(plan.shipments(), plan.notes(), json.putObject("cost"));
    ArrayNode sent = json.putArray("shipments");
    for (Shipment shipment : plan.shipments()) {
      ObjectNode one = sent.addObject();
      shipments.write(client, shipment, wanted, one);
    }
    PlanJson.plan(plan.shipments(), plan.notes(), json.putObject("plan"));
    json.putArray("obstacles");
    return json;
  }

  private static @Nullable LocalDate last(List<Shipment> shipments) {
    return shipments.stream()
        .map(one -> one.carriage().arrival())
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private static ObjectNode impossible(Answer.Impossible no) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("possible", false);
    json.put("validUntil", no.asOf().toString());
    json.putNull("hold").putNull("arrival").putNull("currency").putNull("cost");
    json.putArray("shipments");
    ObjectNode plan = json.putObject("plan");
    plan.put("proven", true);
    PlanJson.alternatives(no.plan().alternatives(), plan.putArray("alternatives"));
    plan.putArray("services");
    PlanJson.obstacles(no.plan().obstacles(), json.putArray("obstacles"));
    return json;
  }
}
