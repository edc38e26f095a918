package dev.holdfast.server.http.order;

import dev.holdfast.application.order.ChangeOrders.Request;
import dev.holdfast.application.order.OrderLines;
import dev.holdfast.application.order.PlaceOrder;
import dev.holdfast.application.order.PlaceOrder.Answer;
import dev.holdfast.application.order.PlaceOrder.Wanted;
import dev.holdfast.application.view.StockView;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Failures;
import dev.holdfast.server.http.Routes;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places orders. */
final class PlaceRoutes {
  private final PlaceOrder orders;
  private final OrderLines lines;
  private final OrderNames names;
  private final HeldGoods held;
  private final StockView view;
  private final OrderDesk desk;

  PlaceRoutes(
      PlaceOrder orders,
      OrderLines lines,
      OrderNames names,
      HeldGoods held,
      StockView view,
      OrderDesk desk) {
    this.orders = orders;
    this.lines = lines;
    this.names = names;
    this.held = held;
    this.view = view;
    this.desk = desk;
  }

  void addTo(Routes routes) {
    routes.blocking(HttpMethod.POST, "/v1/orders", Permission.PLACE_ORDERS, this::place);
  }

  private void place(Exchange exchange) {
    ClientId client = exchange.principal().client();
    OrderBody body = new OrderBody(exchange.fields());
    String number = body.number();
    UUID reservation = body.id("reservation");
    List<OrderLine> asked = body.linesOrHeld(client, lines, reservation);
    Delivery delivery = body.delivery(client, names);
    Request request = OrderDesk.request(exchange, body.text("note"));
    body.finish();
    if (!view.isReady()) {
      throw new ApiException(Failures.viewLoading());
    }
    Answer.Placed before = reservation == null ? null : orders.placed(request, number);
    answer(
        exchange, before != null ? before : place(request, number, reservation, asked, delivery));
  }

  private Answer place(
      Request request,
      @Nullable String number,
      @Nullable UUID reservationId,
      List<OrderLine> asked,
      Delivery delivery) {
    Reservation reservation =
        reservationId == null ? null : held.active(request.client(), reservationId);
    List<OrderLine> wanted =
        asked.isEmpty() && reservation != null ? held.lines(request.client(), reservation) : asked;
    return orders.place(request, new Wanted(number, reservation, wanted, delivery));
  }

  private void answer(Exchange exchange, Answer answer) {
    switch (answer) {
      case Answer.Placed done -> {
        exchange.storeTook(done.storeNanos());
        desk.order(
            exchange, 201, done.order(), done.createdAt(), done.updatedAt(), done.replayed());
      }
      case Answer.CannotShip no -> throw OrderDesk.cannotShip(no.obstacles(), no.alternatives());
      case Answer.Refused no -> throw desk.refused(exchange, no.refusal());
      case Answer.Unsettled none -> throw desk.unsettled(none.result());
    }
  }
}
