package dev.holdfast.server.http.order;

import dev.holdfast.application.order.OrderLines;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Problem;
import dev.holdfast.storage.api.StockReader;
import java.util.List;
import java.util.UUID;

/** Shoppers' reservations that orders take over. */
final class HeldGoods {
  private final StockReader reader;
  private final OrderLines lines;

  HeldGoods(StockReader reader, OrderLines lines) {
    this.reader = reader;
    this.lines = lines;
  }

  /**
   * A reservation that an order may take over.
   *
   * @throws ApiException 404 or 409 when there is none
   */
  Reservation active(ClientId client, UUID id) {
    Reservation found =
        reader
            .reservation(client, id)
            .orElseThrow(() -> new ApiException(Problem.notFound("There is no such reservation")));
    if (found.order() != null) {
      throw conflict(
          Refusal.HELD_BY_ORDER,
          "The reservation belongs to an order",
          "It is held for order " + found.order() + " already; GET that order.");
    }
    return switch (found.state()) {
      case ACTIVE -> found;
      case EXPIRED ->
          throw conflict(
              Refusal.RESERVATION_EXPIRED,
              "The reservation has expired",
              "Its time was over and the stock went back. Place the order with lines instead.");
      case CONFIRMED, RELEASED ->
          throw conflict(
              Refusal.RESERVATION_ENDED,
              "The reservation has ended already",
              "It was " + found.state().label() + " before. Place the order with lines instead.");
    };
  }

  private static ApiException conflict(Refusal refusal, String title, String mend) {
    return new ApiException(Problem.of(409, refusal.code(), title, mend).field("reservation"));
  }

  /** What is reserved, as lines of an order. */
  List<OrderLine> lines(ClientId client, Reservation reservation) {
    List<OrderLine> held = lines.of(client, reservation.lines());
    if (held.size() > OrderLines.MAX_LINES) {
      String mend =
          "holds "
              + held.size()
              + " SKUs; one order has at most "
              + OrderLines.MAX_LINES
              + ": reserve them in several parts";
      throw new ApiException(Problem.invalid(List.of(new Violation("reservation", mend))));
    }
    return held;
  }
}
