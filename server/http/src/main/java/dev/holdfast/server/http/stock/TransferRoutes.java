package dev.holdfast.server.http.stock;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.stock.LineRequest;
import dev.holdfast.application.stock.QuantityRule;
import dev.holdfast.application.stock.TimeOrderedIds;
import dev.holdfast.domain.access.Principal;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.StockCommand.Arrival;
import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import dev.holdfast.domain.stock.StockCommand.SettleTransfer;
import dev.holdfast.domain.transfer.TransferState;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Blocking;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.IdempotencyKeys;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.stock.CommandDesk.Draft;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Send to another location, receive there, or cancel. */
final class TransferRoutes {
  private final CommandDesk desk;
  private final CatalogueDirectory directory;
  private final Blocking blocking;

  TransferRoutes(CommandDesk desk, CatalogueDirectory directory, Blocking blocking) {
    this.desk = desk;
    this.directory = directory;
    this.blocking = blocking;
  }

  void addTo(Routes routes) {
    routes.quick(HttpMethod.POST, "/v1/transfers", this::send);
    routes.quick(
        HttpMethod.POST,
        "/v1/transfers/:id/receive",
        exchange -> settle(exchange, Arrival.RECEIVE, TransferState.RECEIVED));
    routes.quick(
        HttpMethod.POST,
        "/v1/transfers/:id/cancel",
        exchange -> settle(exchange, Arrival.CANCEL, TransferState.CANCELLED));
  }

  private void send(Exchange exchange) {
    exchange.require(Permission.HANDLE_STOCK);
    String key = IdempotencyKeys.of(exchange.request());
    CommandBody body = CommandBody.of(exchange);
    String from = body.text("from");
    String to = body.text("to");
    List<LineRequest> requests = body.linesAt(from);
    @Nullable String reason = body.reason(false);
    if (from.equals(to)) {
      body.violate("to", "must be another location than from");
    }
    body.finish();
    Draft draft =
        new Draft(key, reason, 201, (done, json) -> write(done, TransferState.IN_TRANSIT, json));
    destination(
        exchange,
        to,
        destination ->
            desk.resolve(
                exchange,
                requests,
                QuantityRule.POSITIVE,
                lines ->
                    desk.submit(
                        exchange,
                        draft,
                        new SendTransfer(TimeOrderedIds.next(), destination.id(), lines))));
  }

  private void destination(Exchange exchange, String code, Consumer<LocationRef> next) {
    Principal asker = exchange.principal();
    LocationRef known = directory.location(asker.client(), code);
    if (known != null) {
      next.accept(known);
      return;
    }
    blocking.run(
        exchange,
        () -> {
          directory.loadLocations(asker.client());
          LocationRef loaded = directory.location(asker.client(), code);
          if (loaded == null) {
            String mend = "there is no location " + code + "; GET /v1/locations lists them";
            throw new ApiException(Problem.invalid(List.of(new Violation("to", mend))));
          }
          exchange.onLoop(() -> next.accept(loaded));
        });
  }

  private void settle(Exchange exchange, Arrival arrival, TransferState end) {
    exchange.require(Permission.HANDLE_STOCK);
    String key = IdempotencyKeys.of(exchange.request());
    CommandBody body = CommandBody.optional(exchange);
    @Nullable String reason = body.reason(false);
    body.finish();
    Draft draft = new Draft(key, reason, 200, (done, json) -> write(done, end, json));
    desk.submit(
        exchange, draft, new SettleTransfer(ReservationRoutes.id(exchange, "transfer"), arrival));
  }

  private static void write(Outcome.Done done, TransferState state, OutcomeJson json) {
    json.raw("{").field("id", String.valueOf(done.subject())).comma();
    json.field("state", state.label()).comma().field("at", done.at()).comma();
    MovementRoutes.writeLines(done, json);
    json.raw("}");
  }
}
