package dev.holdfast.server.http.stock;

import dev.holdfast.application.stock.QuantityRule;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.Outcome.AppliedLine;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.IdempotencyKeys;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.stock.CommandBody.Delivery;
import dev.holdfast.server.http.stock.CommandDesk.Draft;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands that move stock without a reservation or a transfer. */
final class MovementRoutes {
  private final CommandDesk desk;

  MovementRoutes(CommandDesk desk) {
    this.desk = desk;
  }

  /** One movement as a route. */
  private record Offer(
      String path,
      Movement movement,
      QuantityRule rule,
      Permission permission,
      boolean reasonRequired) {}

  private static final List<Offer> OFFERS =
      List.of(
          new Offer(
              "/v1/receipts",
              Movement.RECEIVE,
              QuantityRule.POSITIVE,
              Permission.HANDLE_STOCK,
              false),
          new Offer(
              "/v1/adjustments",
              Movement.ADJUST,
              QuantityRule.SIGNED,
              Permission.HANDLE_STOCK,
              true),
          new Offer(
              "/v1/counts",
              Movement.COUNT,
              QuantityRule.NOT_NEGATIVE,
              Permission.HANDLE_STOCK,
              false),
          new Offer(
              "/v1/write-offs",
              Movement.WRITE_OFF,
              QuantityRule.POSITIVE,
              Permission.HANDLE_STOCK,
              true),
          new Offer("/v1/sales", Movement.SELL, QuantityRule.POSITIVE, Permission.SELL, false),
          new Offer("/v1/returns", Movement.RETURN, QuantityRule.POSITIVE, Permission.SELL, false),
          new Offer(
              "/v1/safety-stock",
              Movement.SET_SAFETY_STOCK,
              QuantityRule.NOT_NEGATIVE,
              Permission.PLAN_STOCK,
              false));

  void addTo(Routes routes) {
    for (Offer offer : OFFERS) {
      routes.quick(HttpMethod.POST, offer.path(), exchange -> move(exchange, offer));
    }
  }

  private void move(Exchange exchange, Offer offer) {
    exchange.require(offer.permission());
    String key = IdempotencyKeys.of(exchange.request());
    CommandBody body = CommandBody.of(exchange);
    Delivery delivery =
        offer.movement() == Movement.RECEIVE
            ? body.delivery()
            : new Delivery(body.lines(), Map.of());
    @Nullable String reason = body.reason(offer.reasonRequired());
    body.finish();
    Draft draft = new Draft(key, reason, 200, MovementRoutes::write);
    desk.resolve(
        exchange,
        delivery.lines(),
        offer.rule(),
        lines ->
            desk.submit(exchange, draft, new MoveStock(offer.movement(), lines, delivery.lots())));
  }

  static void write(Outcome.Done done, OutcomeJson json) {
    json.raw("{").field("at", done.at()).comma();
    writeLines(done, json);
    json.raw("}");
  }

  /** The lines of an outcome with everything about their positions. */
  static void writeLines(Outcome.Done done, OutcomeJson json) {
    json.raw("\"lines\":[");
    boolean first = true;
    for (AppliedLine line : done.lines()) {
      json.raw(first ? "{" : ",{");
      SkuRef sku = json.position(line.position());
      if (sku == null) {
        return;
      }
      json.comma().quantity("quantity", line.quantity(), sku).comma();
      json.balance(line.after(), sku).raw("}");
      first = false;
    }
    json.raw("]");
  }
}
