package dev.holdfast.server.http.webhook;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import org.jspecify.annotations.Nullable;

/** Bodies that name a position, or nothing. */
record ParkedBody(Positions positions) {
  private static final byte[] EMPTY = {'{', '}'};

  private static JsonFields fields(Exchange exchange) {
    return exchange.bodyBytes().length == 0 ? JsonFields.parse(EMPTY) : exchange.fields();
  }

  /** A body that may be left out and says nothing. */
  static void requireNothing(Exchange exchange) {
    fields(exchange).finish();
  }

  /** The position named; null when none is. */
  @Nullable PositionKey readOptional(Exchange exchange) {
    JsonFields fields = fields(exchange);
    String sku = fields.text("sku", null);
    String location = fields.text("location", null);
    if ((sku == null) != (location == null)) {
      fields.violate(
          sku == null ? "sku" : "location",
          "is missing: name both, or neither to mean every position");
    }
    fields.finish();
    return sku == null || location == null ? null : position(exchange, sku, location);
  }

  PositionKey read(Exchange exchange) {
    JsonFields fields = fields(exchange);
    String sku = fields.text("sku");
    String location = fields.text("location");
    fields.finish();
    return position(exchange, sku, location);
  }

  private PositionKey position(Exchange exchange, String sku, String location) {
    ClientId client = exchange.principal().client();
    return PositionKey.of(
        positions.sku(client, sku).id(), positions.location(client, location).id());
  }
}
