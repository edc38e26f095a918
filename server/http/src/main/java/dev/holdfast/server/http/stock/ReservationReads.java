package dev.holdfast.server.http.stock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.reservation.PickupNumber;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.api.StockReader.ReservationFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reservations, read from the store. */
final class ReservationReads {
  private final StockReader reader;
  private final NamedReads names;

  ReservationReads(StockReader reader, NamedReads names) {
    this.reader = reader;
    this.names = names;
  }

  void addTo(Routes routes) {
    NamedReads.get(routes, "/v1/reservations", Permission.READ, this::reservations);
    NamedReads.get(routes, "/v1/reservations/:id", Permission.LOOK_UP, this::reservation);
  }

  private ObjectNode reservations(Exchange exchange) {
    ReservationState state =
        NamedReads.state(exchange, List.of(ReservationState.values()), ReservationState::label);
    PickupNumber pickup = pickup(exchange);
    ReservationFilter filter =
        new ReservationFilter(
            state, names.askedSku(exchange), names.askedLocation(exchange), pickup);
    ClientId client = exchange.principal().client();
    ReservationFilter asked = exchange.flag("orders") ? filter.withOrders() : filter;
    Page<Reservation> page =
        reader.reservations(client, asked, exchange.query("cursor"), exchange.limit());
    names.loadNamesOf(client, page.items().stream().map(Reservation::lines).toList());
    return NamedReads.page(page, (row, json) -> write(client, row, json));
  }

  private static @Nullable PickupNumber pickup(Exchange exchange) {
    String text = exchange.query("pickup");
    if (text == null) {
      return null;
    }
    if (exchange.query("location") == null) {
      String mend = "needs location, the store where the goods wait: numbers repeat elsewhere";
      throw new ApiException(Problem.invalid(List.of(new Violation("pickup", mend))));
    }
    try {
      return PickupNumber.typed(text);
    } catch (IllegalArgumentException malformed) {
      String mend = "must be the last 6 characters of a reservation's id, such as 2D3E4F";
      throw new ApiException(Problem.invalid(List.of(new Violation("pickup", mend))));
    }
  }

  private ObjectNode reservation(Exchange exchange) {
    ClientId client = exchange.principal().client();
    Reservation found =
        reader
            .reservation(client, ReservationRoutes.id(exchange, "reservation"))
            .orElseThrow(() -> new ApiException(Problem.notFound("There is no such reservation")));
    names.loadNamesOf(client, List.of(found.lines()));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    write(client, found, json);
    return json;
  }

  private void write(ClientId client, Reservation reservation, ObjectNode json) {
    json.put("id", reservation.id().toString());
    json.put("state", reservation.state().label());
    json.put("createdAt", reservation.createdAt().toString());
    if (reservation.order() == null) {
      json.put("expiresAt", reservation.expiresAt().toString());
    } else {
      json.put("order", reservation.order().toString());
    }
    names.writeLines(client, reservation.lines(), json.putArray("lines"));
  }
}
