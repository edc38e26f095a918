package dev.holdfast.server.http.stock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.lot.LotMark;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.IdempotencyKeys;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.stock.CommandDesk.Draft;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.LotStore;
import dev.holdfast.storage.api.LotStore.Dated;
import dev.holdfast.storage.api.LotStore.LotFilter;
import dev.holdfast.storage.api.LotStore.LotRow;
import dev.holdfast.storage.api.Page;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What expires when, and its write-off before its day. */
final class LotRoutes {
  private final LotStore lots;
  private final NamedReads names;
  private final CommandDesk desk;

  LotRoutes(LotStore lots, NamedReads names, CommandDesk desk) {
    this.lots = lots;
    this.names = names;
    this.desk = desk;
  }

  void addTo(Routes routes) {
    NamedReads.get(routes, "/v1/lots", Permission.SEE_BALANCES, this::list);
    routes.blocking(HttpMethod.POST, "/v1/lots/write-off", Permission.HANDLE_STOCK, this::writeOff);
  }

  private ObjectNode list(Exchange exchange) {
    LotFilter filter =
        new LotFilter(
            names.askedLocation(exchange), names.askedSku(exchange), expiresBefore(exchange));
    Page<LotRow> page =
        lots.list(
            exchange.principal().client(), filter, exchange.query("cursor"), exchange.limit());
    return NamedReads.page(page, LotRoutes::write);
  }

  private static @Nullable LocalDate expiresBefore(Exchange exchange) {
    String text = exchange.query("expires_before");
    LocalDate day = text == null ? null : LotMarks.day(text);
    if (text != null && day == null) {
      throw new ApiException(
          Problem.invalid(List.of(new Violation("expires_before", LotMarks.DATE))));
    }
    return day;
  }

  private static void write(LotRow row, ObjectNode json) {
    json.put("sku", row.sku())
        .put("name", row.skuName())
        .put("location", row.location())
        .put("lot", row.lot())
        .put("expires", row.expires().toString())
        .put("received", row.scale().toDecimal(row.received()))
        .put("left", row.scale().toDecimal(row.left()))
        .put("daysLeft", ChronoUnit.DAYS.between(row.today(), row.expires()));
  }

  private void writeOff(Exchange exchange) {
    String key = IdempotencyKeys.of(exchange.request());
    ClientId client = exchange.principal().client();
    CommandBody body = CommandBody.of(exchange);
    SkuRef sku = names.findSku(client, body.text("sku"));
    if (sku == null) {
      body.violate("sku", "there is no SKU of this name; GET /v1/skus lists them");
    }
    LocationRef location = names.findLocation(client, body.text("location"));
    if (location == null) {
      body.violate("location", "there is no location of this name; GET /v1/locations lists them");
    }
    String lot = body.text("lot");
    if (!LotMark.isCode(lot)) {
      body.violate("lot", LotMarks.CODE);
    }
    BigDecimal quantity = body.decimal("quantity");
    String reason = "lot " + lot + ": " + body.reason(true);
    if (sku == null || location == null) {
      body.finish();
      return;
    }
    Line line = line(PositionKey.of(sku.id(), location.id()), sku, quantity, body);
    body.finish();
    Draft draft = new Draft(key, reason, 200, MovementRoutes::write);
    submit(exchange, draft, line, lot);
  }

  /** What is asked for; 0 where nothing is. */
  private static Line line(
      PositionKey position, SkuRef sku, @Nullable BigDecimal quantity, CommandBody body) {
    if (quantity == null) {
      return new Line(position, 0);
    }
    int decimals = sku.scale().decimals();
    OptionalLong units = sku.scale().parse(quantity);
    if (units.isEmpty()) {
      body.violate(
          "quantity",
          sku.code()
              + (decimals == 0
                  ? " is counted in whole units; write a whole number"
                  : " is counted with at most " + decimals + " decimals"));
    } else if (units.getAsLong() <= 0) {
      body.violate("quantity", "must be more than 0; leave it out for all that is left of the lot");
    } else if (units.getAsLong() > Line.MAX_QUANTITY) {
      body.violate(
          "quantity", "is too large: at most " + Line.MAX_QUANTITY + " smallest units in one line");
    }
    return new Line(position, units.orElse(0));
  }

  private void submit(Exchange exchange, Draft draft, Line asked, String lot) {
    Dated dated = lots.dated(exchange.principal().client(), asked.position());
    // Where nothing is left the ledger refuses 1, or tells what this key did before.
    long all = Math.max(1, dated.lots().left(lot, dated.onHand()));
    Line line = asked.quantity() == 0 ? new Line(asked.position(), all) : asked;
    // Only the code of the mark says which goods leave.
    LotMark mark = new LotMark(lot, LocalDate.EPOCH);
    MoveStock command = new MoveStock(Movement.WRITE_OFF, List.of(line), Map.of(0, mark));
    exchange.onLoop(() -> desk.submit(exchange, draft, command));
  }
}
