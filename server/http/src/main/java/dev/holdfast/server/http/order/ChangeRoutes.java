package dev.holdfast.server.http.order;

import dev.holdfast.application.order.ChangeOrders;
import dev.holdfast.application.order.ChangeOrders.Change;
import dev.holdfast.application.order.ChangeOrders.Request;
import dev.holdfast.application.order.OrderLines;
import dev.holdfast.application.order.ReplanOrder;
import dev.holdfast.application.order.ReplanOrder.Edit;
import dev.holdfast.application.order.ReturnGoods;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes orders: other lines, another plan, release, cancel, goods that come back. */
final class ChangeRoutes {
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private final ChangeOrders changes;
  private final ReplanOrder plans;
  private final ReturnGoods returns;
  private final OrderLines lines;
  private final OrderNames names;
  private final OrderDesk desk;
  private final Clock clock;

  ChangeRoutes(
      ChangeOrders changes,
      ReplanOrder plans,
      ReturnGoods returns,
      OrderLines lines,
      OrderNames names,
      OrderDesk desk,
      Clock clock) {
    this.changes = changes;
    this.plans = plans;
    this.returns = returns;
    this.lines = lines;
    this.names = names;
    this.desk = desk;
    this.clock = clock;
  }

  void addTo(Routes routes) {
    Permission placing = Permission.PLACE_ORDERS;
    routes.blocking(HttpMethod.PATCH, "/v1/orders/:id", placing, this::change);
    routes.blocking(HttpMethod.POST, "/v1/orders/:id/replan", placing, this::replan);
    routes.blocking(HttpMethod.POST, "/v1/orders/:id/release", Permission.FULFIL, this::release);
    routes.blocking(HttpMethod.POST, "/v1/orders/:id/cancel", placing, this::cancel);
    routes.blocking(HttpMethod.POST, "/v1/orders/:id/return", placing, this::takeBack);
  }

  private void change(Exchange exchange) {
    ClientId client = exchange.principal().client();
    OrderBody body = new OrderBody(exchange.fields());
    Edit edit = body.edit(client, lines, names);
    body.finish();
    replan(exchange, edit);
  }

  private void replan(Exchange exchange) {
    optional(exchange).finish();
    replan(exchange, Edit.NONE);
  }

  private void replan(Exchange exchange, Edit edit) {
    Request request = OrderDesk.request(exchange, null);
    switch (plans.replan(request, id(exchange), edit)) {
      case ReplanOrder.Answer.Decided decided -> desk.answer(exchange, decided.answer());
      case ReplanOrder.Answer.CannotShip no ->
          throw OrderDesk.cannotShip(no.obstacles(), no.alternatives());
      case ReplanOrder.Answer.Stale stale -> throw OrderDesk.stale(stale.order());
    }
  }

  private void release(Exchange exchange) {
    optional(exchange).finish();
    Request request = OrderDesk.request(exchange, null);
    desk.answer(
        exchange,
        changes.apply(request, id(exchange), order -> Change.of(order.release(clock.instant()))));
  }

  private void cancel(Exchange exchange) {
    OrderBody body = optional(exchange);
    String reason = body.text("reason");
    body.finish();
    Request request = OrderDesk.request(exchange, reason);
    desk.answer(
        exchange,
        changes.apply(
            request, id(exchange), order -> Change.of(order.cancel(clock.instant(), reason))));
  }

  private void takeBack(Exchange exchange) {
    OrderBody body = new OrderBody(exchange.fields());
    UUID shipment = body.requiredId("shipment");
    List<ReturnGoods.Back> goods = body.goodsBack(exchange.principal().client(), lines);
    @Nullable String reason = body.text("reason");
    body.finish();
    Request request = OrderDesk.request(exchange, reason);
    desk.answer(exchange, returns.takeBack(request, id(exchange), shipment, goods, reason));
  }

  /** A body that may be left out. */
  private static OrderBody optional(Exchange exchange) {
    return new OrderBody(
        exchange.bodyBytes().length == 0 ? JsonFields.parse(NOTHING) : exchange.fields());
  }

  /** The identifier in the path; one that is malformed names nothing that exists. */
  static UUID id(Exchange exchange) {
    try {
      return UUID.fromString(exchange.path("id"));
    } catch (IllegalArgumentException malformed) {
      throw new ApiException(Problem.notFound("There is no such order"));
    }
  }
}
