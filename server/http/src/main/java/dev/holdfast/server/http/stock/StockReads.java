package dev.holdfast.server.http.stock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.domain.transfer.TransferState;
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
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Positions, histories, reservations and transfers, read from the store. */
final class StockReads {
  private final StockReader reader;
  private final CatalogueDirectory directory;

  StockReads(StockReader reader, CatalogueDirectory directory) {
    this.reader = reader;
    this.directory = directory;
  }

  void addTo(Routes routes) {
    Permission balances = Permission.SEE_BALANCES;
    get(routes, "/v1/positions", balances, this::positions);
    get(routes, "/v1/positions/:sku/:location", balances, this::position);
    get(routes, "/v1/positions/:sku/:location/history", balances, this::history);
    get(routes, "/v1/reservations", Permission.READ, this::reservations);
    get(routes, "/v1/reservations/:id", Permission.LOOK_UP, this::reservation);
    get(routes, "/v1/transfers", Permission.READ, this::transfers);
    get(routes, "/v1/transfers/:id", Permission.READ, this::transfer);
  }

  private static void get(
      Routes routes, String path, Permission permission, Function<Exchange, ObjectNode> read) {
    routes.blocking(
        HttpMethod.GET,
        path,
        permission,
        exchange -> {
          long start = System.nanoTime();
          ObjectNode answer = read.apply(exchange);
          exchange.storeTook(System.nanoTime() - start);
          exchange.json(200, answer);
        });
  }

  private ObjectNode positions(Exchange exchange) {
    String sku = exchange.query("sku");
    String location = exchange.query("location");
    PositionFilter filter =
        new PositionFilter(
            sku == null ? null : sku(exchange, sku).id(),
            location == null ? null : location(exchange, location).id(),
            exchange.flag("shortfall"));
    ClientId client = exchange.principal().client();
    Page<PositionRow> page =
        reader.positions(client, filter, exchange.query("cursor"), exchange.limit());
    loadNames(client, page.items().stream().map(PositionRow::position).toList());
    return page(page, (row, json) -> writePosition(client, row, json));
  }

  private ObjectNode position(Exchange exchange) {
    SkuRef sku = sku(exchange, exchange.path("sku"));
    LocationRef location = location(exchange, exchange.path("location"));
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
    SkuRef sku = writeNames(client, row.position(), json);
    writeBalance(row.balance(), sku, json);
    json.put("updatedAt", row.updatedAt().toString());
  }

  private ObjectNode history(Exchange exchange) {
    SkuRef sku = sku(exchange, exchange.path("sku"));
    LocationRef location = location(exchange, exchange.path("location"));
    Page<HistoryRow> page =
        reader.history(
            exchange.principal().client(),
            PositionKey.of(sku.id(), location.id()),
            exchange.query("cursor"),
            exchange.limit());
    return page(page, (row, json) -> writeHistory(row, sku, json));
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

  private ObjectNode reservations(Exchange exchange) {
    ReservationState state =
        state(exchange, List.of(ReservationState.values()), ReservationState::label);
    ClientId client = exchange.principal().client();
    Page<Reservation> page =
        reader.reservations(client, state, exchange.query("cursor"), exchange.limit());
    loadNames(client, positions(page.items().stream().map(Reservation::lines).toList()));
    return page(page, (row, json) -> writeReservation(client, row, json));
  }

  private ObjectNode reservation(Exchange exchange) {
    ClientId client = exchange.principal().client();
    Reservation found =
        reader
            .reservation(client, ReservationRoutes.id(exchange, "reservation"))
            .orElseThrow(() -> new ApiException(Problem.notFound("There is no such reservation")));
    loadNames(client, positions(List.of(found.lines())));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    writeReservation(client, found, json);
    return json;
  }

  private void writeReservation(ClientId client, Reservation reservation, ObjectNode json) {
    json.put("id", reservation.id().toString());
    json.put("state", reservation.state().label());
    json.put("createdAt", reservation.createdAt().toString());
    json.put("expiresAt", reservation.expiresAt().toString());
    writeLines(client, reservation.lines(), json.putArray("lines"));
  }

  private ObjectNode transfers(Exchange exchange) {
    TransferState state = state(exchange, List.of(TransferState.values()), TransferState::label);
    ClientId client = exchange.principal().client();
    Page<Transfer> page =
        reader.transfers(client, state, exchange.query("cursor"), exchange.limit());
    loadNames(client, positions(page.items().stream().map(Transfer::lines).toList()));
    return page(page, (row, json) -> writeTransfer(client, row, json));
  }

  private ObjectNode transfer(Exchange exchange) {
    ClientId client = exchange.principal().client();
    Transfer found =
        reader
            .transfer(client, ReservationRoutes.id(exchange, "transfer"))
            .orElseThrow(() -> new ApiException(Problem.notFound("There is no such transfer")));
    loadNames(client, positions(List.of(found.lines())));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    writeTransfer(client, found, json);
    return json;
  }

  private void writeTransfer(ClientId client, Transfer transfer, ObjectNode json) {
    json.put("id", transfer.id().toString());
    json.put("state", transfer.state().label());
    json.put("sentAt", transfer.sentAt().toString());
    LocationRef to = directory.locationById(client, transfer.toLocation());
    json.put("to", to == null ? "" : to.code());
    writeLines(client, transfer.lines(), json.putArray("lines"));
  }

  private void writeLines(ClientId client, List<Line> lines, ArrayNode json) {
    for (Line line : lines) {
      ObjectNode one = json.addObject();
      SkuRef sku = writeNames(client, line.position(), one);
      one.put("quantity", sku.scale().toDecimal(line.quantity()));
    }
  }

  private SkuRef writeNames(ClientId client, PositionKey position, ObjectNode json) {
    SkuRef sku = directory.skuById(client, position.skuId());
    LocationRef location = directory.locationById(client, position.locationId());
    if (sku == null || location == null) {
      throw new IllegalStateException("a position without a name: " + position);
    }
    json.put("sku", sku.code());
    json.put("location", location.code());
    return sku;
  }

  private static List<PositionKey> positions(List<List<Line>> lines) {
    return lines.stream().flatMap(List::stream).map(Line::position).toList();
  }

  private void loadNames(ClientId client, List<PositionKey> positions) {
    Set<Long> missing = new TreeSet<>();
    boolean locations = false;
    for (PositionKey position : positions) {
      if (directory.skuById(client, position.skuId()) == null) {
        missing.add(position.skuId());
      }
      locations |= directory.locationById(client, position.locationId()) == null;
    }
    if (!missing.isEmpty()) {
      directory.loadById(client, missing);
    }
    if (locations) {
      directory.loadLocations(client);
    }
  }

  private SkuRef sku(Exchange exchange, String code) {
    ClientId client = exchange.principal().client();
    if (directory.sku(client, code) == null) {
      directory.load(client, List.of(code));
    }
    SkuRef sku = directory.sku(client, code);
    if (sku == null) {
      throw new ApiException(Problem.notFound("There is no SKU " + code));
    }
    return sku;
  }

  private LocationRef location(Exchange exchange, String code) {
    ClientId client = exchange.principal().client();
    if (directory.location(client, code) == null) {
      directory.loadLocations(client);
    }
    LocationRef location = directory.location(client, code);
    if (location == null) {
      throw new ApiException(Problem.notFound("There is no location " + code));
    }
    return location;
  }

  private static <S> @Nullable S state(
      Exchange exchange, List<S> states, Function<S, String> label) {
    String asked = exchange.query("state");
    if (asked == null) {
      return null;
    }
    for (S state : states) {
      if (label.apply(state).equals(asked)) {
        return state;
      }
    }
    String mend = "must be one of " + String.join(", ", states.stream().map(label).toList());
    throw new ApiException(Problem.invalid(List.of(new Violation("state", mend))));
  }

  private static <T> ObjectNode page(Page<T> page, BiConsumer<T, ObjectNode> write) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    for (T item : page.items()) {
      write.accept(item, items.addObject());
    }
    if (page.next() != null) {
      json.put("next", page.next());
    }
    return json;
  }
}
