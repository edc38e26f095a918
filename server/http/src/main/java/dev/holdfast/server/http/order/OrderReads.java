package dev.holdfast.server.http.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.order.OrderDocument;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.stock.NamedReads;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.OrderStore.OrderFilter;
import dev.holdfast.storage.api.OrderStore.Stored;
import dev.holdfast.storage.api.Page;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders, read from the store. */
final class OrderReads {
  private static final int DATE_LENGTH = 10;

  private final OrderStore orders;
  private final OrderJson json;
  private final NamedReads names;

  OrderReads(OrderStore orders, OrderJson json, NamedReads names) {
    this.orders = orders;
    this.json = json;
    this.names = names;
  }

  void addTo(Routes routes) {
    NamedReads.get(routes, "/v1/orders", Permission.READ, this::list);
    NamedReads.get(routes, "/v1/orders/:id", Permission.READ, this::one);
  }

  private ObjectNode one(Exchange exchange) {
    ClientId client = exchange.principal().client();
    Stored stored =
        orders
            .find(client, ChangeRoutes.id(exchange))
            .orElseThrow(() -> new ApiException(Problem.notFound("There is no such order")));
    return json.order(
        client,
        OrderDocument.read(stored.row().document()),
        stored.createdAt(),
        stored.updatedAt());
  }

  private ObjectNode list(Exchange exchange) {
    ClientId client = exchange.principal().client();
    int limit = exchange.limit();
    String number = exchange.query("number");
    OrderState state = NamedReads.state(exchange, List.of(OrderState.values()), OrderState::label);
    Page<Stored> page;
    if (number == null) {
      OrderFilter filter =
          new OrderFilter(
              state,
              names.askedLocation(exchange),
              instant(exchange, "ship_before"),
              instant(exchange, "placed_from"),
              instant(exchange, "placed_to"),
              exchange.query("carrier"),
              exchange.query("service"),
              exchange.flag("backlog"));
      page = orders.list(client, filter, exchange.query("cursor"), limit);
    } else {
      page = new Page<>(orders.findByNumber(client, number).stream().toList(), null);
    }
    return NamedReads.page(
        page,
        (stored, into) ->
            into.setAll(
                json.summary(
                    client,
                    OrderDocument.read(stored.row().document()),
                    stored.createdAt(),
                    stored.updatedAt())));
  }

  /** A moment, or the beginning of a day in UTC. */
  private static @Nullable Instant instant(Exchange exchange, String name) {
    String text = exchange.query(name);
    try {
      if (text == null) {
        return null;
      }
      return text.length() == DATE_LENGTH
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException malformed) {
      String mend = "must be an instant, such as 2026-11-27T18:00:00Z, or a day";
      throw new ApiException(Problem.invalid(List.of(new Violation(name, mend))));
    }
  }
}
