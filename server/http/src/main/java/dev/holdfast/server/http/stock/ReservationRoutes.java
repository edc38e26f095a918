package dev.holdfast.server.http.stock;

import dev.holdfast.application.stock.LineRequest;
import dev.holdfast.application.stock.QuantityRule;
import dev.holdfast.application.stock.TimeOrderedIds;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.Outcome.AppliedLine;
import dev.holdfast.domain.stock.StockCommand.ExtendReservation;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.IdempotencyKeys;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.stock.CommandDesk.Draft;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reserve, confirm, release, extend. */
final class ReservationRoutes {
  private final CommandDesk desk;
  private final VisitorHolds holds;

  ReservationRoutes(CommandDesk desk, VisitorHolds holds) {
    this.desk = desk;
    this.holds = holds;
  }

  void addTo(Routes routes) {
    routes.quick(HttpMethod.POST, "/v1/reservations", this::reserve);
    routes.quick(
        HttpMethod.POST,
        "/v1/reservations/:id/confirm",
        exchange -> settle(exchange, Settlement.CONFIRM, ReservationState.CONFIRMED));
    routes.quick(
        HttpMethod.POST,
        "/v1/reservations/:id/release",
        exchange -> settle(exchange, Settlement.RELEASE, ReservationState.RELEASED));
    routes.quick(HttpMethod.POST, "/v1/reservations/:id/extend", this::extend);
  }

  private void reserve(Exchange exchange) {
    exchange.require(Permission.RESERVE);
    String key = IdempotencyKeys.of(exchange.request());
    CommandBody body = CommandBody.of(exchange);
    List<LineRequest> requests = body.lines();
    Duration timeToLive = body.timeToLive();
    @Nullable String reason = body.reason(false);
    ShopperLimits.check(exchange, requests, body);
    ShopperLimits.check(exchange, timeToLive, body);
    body.finish();
    Draft draft =
        new Draft(key, reason, 201, (done, json) -> write(done, ReservationState.ACTIVE, json));
    desk.resolve(
        exchange,
        requests,
        QuantityRule.POSITIVE,
        lines -> {
          ReserveStock command = new ReserveStock(TimeOrderedIds.next(), lines, timeToLive);
          desk.submit(exchange, holds.reserving(exchange, draft, command), command);
        });
  }

  private void settle(Exchange exchange, Settlement settlement, ReservationState end) {
    exchange.require(settlement == Settlement.CONFIRM ? Permission.HAND_OVER : Permission.RESERVE);
    String key = IdempotencyKeys.of(exchange.request());
    CommandBody body = CommandBody.optional(exchange);
    @Nullable String reason = body.reason(false);
    body.finish();
    SettleReservation command = new SettleReservation(id(exchange, "reservation"), settlement);
    Draft draft = new Draft(key, reason, 200, (done, json) -> write(done, end, json));
    desk.submit(exchange, holds.ending(exchange, draft, command), command);
  }

  private void extend(Exchange exchange) {
    exchange.require(Permission.RESERVE);
    String key = IdempotencyKeys.of(exchange.request());
    CommandBody body = CommandBody.optional(exchange);
    Duration timeToLive = body.timeToLive();
    ShopperLimits.check(exchange, timeToLive, body);
    body.finish();
    Draft draft =
        new Draft(key, null, 200, (done, json) -> write(done, ReservationState.ACTIVE, json));
    ExtendReservation command = new ExtendReservation(id(exchange, "reservation"), timeToLive);
    desk.submit(exchange, holds.extending(exchange, draft, command), command);
  }

  /** The identifier in the path; one that is malformed names nothing that exists. */
  static UUID id(Exchange exchange, String what) {
    try {
      return UUID.fromString(exchange.path("id"));
    } catch (IllegalArgumentException malformed) {
      throw new ApiException(Problem.notFound("There is no such " + what));
    }
  }

  private static void write(Outcome.Done done, ReservationState state, OutcomeJson json) {
    json.raw("{").field("id", String.valueOf(done.subject())).comma();
    json.field("state", state.label()).comma().field("at", done.at()).comma();
    if (done.expiresAt() != null) {
      json.field("expiresAt", done.expiresAt()).comma();
    }
    json.raw("\"lines\":[");
    boolean first = true;
    for (AppliedLine line : done.lines()) {
      json.raw(first ? "{" : ",{");
      SkuRef sku = json.position(line.position());
      if (sku == null) {
        return;
      }
      json.comma().quantity("quantity", line.quantity(), sku).comma();
      json.quantity("availableToPromise", line.after().availableToPromise(), sku).comma();
      json.field("version", line.after().version()).raw("}");
      first = false;
    }
    json.raw("]}");
  }
}
