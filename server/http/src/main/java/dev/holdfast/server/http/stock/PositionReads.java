package dev.holdfast.server.http.stock;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.api.StockReader.HistoryRow;
import dev.holdfast.storage.api.StockReader.PositionFilter;
import dev.holdfast.storage.api.StockReader.PositionRow;
import java.util.Objects;

/** Positions and their histories, read from the store. */
final class PositionReads {
  private final StockReader reader;
  private final NamedReads names;

  PositionReads(StockReader reader, NamedReads names) {
    this.reader = reader;
    this.names = names;
  }

  void addTo(Routes routes) {
    Permission balances = Permission.SEE_BALANCES;
    NamedReads.get(routes, "/v1/positions", balances, this::positions);
    NamedReads.get(routes, "/v1/positions/:sku/:location", balances, this::position);
    NamedReads.get(routes, "/v1/positions/:sku/:location/history", balances, this::history);
  }

  private ObjectNode positions(Exchange exchange) {
    PositionFilter filter =
        new PositionFilter(
            names.askedSku(exchange), names.askedLocation(exchange), exchange.flag("shortfall"));
    ClientId client = exchange.principal().client();
    Page<PositionRow> page =
        reader.positions(client, filter, exchange.query("cursor"), exchange.limit());
    names.loadNames(client, page.items().stream().map(PositionRow::position).toList());
    return NamedReads.page(page, (row, json) -> writePosition(client, row, json));
  }

  private ObjectNode position(Exchange exchange) {
    SkuRef sku = names.sku(exchange, exchange.path("sku"));
    LocationRef location = names.location(exchange, exchange.path("location"));
    PositionKey key = PositionKey.of(sku.id(), location.id());
    PositionRow row =
        reader
            .position(exchange.principal().client(), key)
            .orElseThrow(() ->
                new ApiException(
                    Problem.notFound(sku.code() + " has never been at " + location.code())));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    writePosition(exchange.principal().client(), row, json);
    return json;
  }

  private void writePosition(ClientId client, PositionRow row, ObjectNode json) {
    SkuRef sku = names.writeNames(client, row.position(), json);
    writeBalance(row.balance(), sku, json);
    json.put("updatedAt", row.updatedAt().toString());
  }

  private ObjectNode history(Exchange exchange) {
    SkuRef sku = names.sku(exchange, exchange.path("sku"));
    LocationRef location = names.location(exchange, exchange.path("location"));
    ClientId client = exchange.principal().client();
    Page<HistoryRow> page =
        reader.history(
            client,
            PositionKey.of(sku.id(), location.id()),
            exchange.query("cursor"),
            exchange.limit());
    names.loadLocations(
        client,
        page.items().stream().map(HistoryRow::otherLocation).filter(Objects::nonNull).toList());
    return NamedReads.page(
        page,
        (row, json) -> {
          writeHistory(row, sku, json);
          if (row.otherLocation() != null) {
            json.put("otherLocation", names.locationCode(client, row.otherLocation()));
          }
        });
  }

  private static void writeHistory(HistoryRow row, SkuRef sku, ObjectNode json) {
    json.put("kind", row.kind().label());
    json.put("at", row.at().toString());
    json.put("actor", row.actor());
    if (row.note() != null) {
      json.put("reason", row.note());
    }
    if (row.subject() != null) {
      json.put("subject", row.subject().toString());
    }
    json.put("onHandChange", sku.scale().toDecimal(row.onHandDelta()));
    json.put("reservedChange", sku.scale().toDecimal(row.reservedDelta()));
    writeBalance(row.after(), sku, json);
  }

  private static void writeBalance(Balance balance, SkuRef sku, ObjectNode json) {
    json.put("onHand", sku.scale().toDecimal(balance.onHand()));
    json.put("reserved", sku.scale().toDecimal(balance.reserved()));
    json.put("safetyStock", sku.scale().toDecimal(balance.safetyStock()));
    json.put("shortfall", sku.scale().toDecimal(balance.shortfall()));
    json.put("availableToPromise", sku.scale().toDecimal(balance.availableToPromise()));
    json.put("version", balance.version());
  }
}
