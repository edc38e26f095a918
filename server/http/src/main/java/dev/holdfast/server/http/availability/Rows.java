package dev.holdfast.server.http.availability;

import dev.holdfast.application.view.SkuStock;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewLocation;
import dev.holdfast.application.view.ViewSku;
import dev.holdfast.server.http.availability.Filter.Near;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what is available of one SKU as JSON, up to the closing bracket of its locations. */
final class Rows {
  private static final byte[] SKU = JsonBytes.of("{\"sku\":\"");

  /** Where in every row the SKU's code is. */
  static final int CODE_PLACE = SKU.length;

  private static final byte[] UNIT = JsonBytes.of("\",\"unit\":");
  private static final byte[] LOCATIONS = JsonBytes.of(",\"locations\":[");
  private static final byte[] LOCATION = JsonBytes.of("{\"location\":\"");
  private static final byte[] PROMISE = JsonBytes.of("\",\"availableToPromise\":");
  private static final byte[] ON_HAND = JsonBytes.of(",\"onHand\":");
  private static final byte[] RESERVED = JsonBytes.of(",\"reserved\":");
  private static final byte[] SAFETY_STOCK = JsonBytes.of(",\"safetyStock\":");
  private static final byte[] VERSION = JsonBytes.of(",\"version\":");
  private static final byte[] DISTANCE = JsonBytes.of(",\"distanceKm\":");

  private final StockView view;

  Rows(StockView view) {
    this.view = view;
  }

  /** A location at an index of the stock, or -1 where the SKU was never there. */
  private record Row(ViewLocation location, int index, double distanceKm) {}

  /**
   * The bytes before {@code ,"asOf":…}.
   *
   * @param balances whether the reader may see more than what can be promised
   */
  byte[] write(ViewSku sku, SkuStock stock, Filter filter, boolean balances) {
    JsonBytes json = new JsonBytes(128 + stock.size() * (balances ? 128 : 64));
    begin(json, sku);
    if (filter.isNone()) {
      for (int i = 0; i < stock.size(); i++) {
        ViewLocation location = view.locationById(sku.client(), stock.location(i));
        if (location != null) {
          row(json, sku, stock, new Row(location, i, 0), false, balances);
        }
      }
    } else {
      for (Row row : chosen(sku, stock, filter)) {
        row(json, sku, stock, row, filter.near() != null, balances);
      }
    }
    return end(json);
  }

  /** The same shape for a single location of the SKU. */
  byte[] write(ViewSku sku, SkuStock stock, int index, boolean balances) {
    JsonBytes json = new JsonBytes(256);
    begin(json, sku);
    ViewLocation location = view.locationById(sku.client(), stock.location(index));
    if (location != null) {
      row(json, sku, stock, new Row(location, index, 0), false, balances);
    }
    return end(json);
  }

  private static void begin(JsonBytes json, ViewSku sku) {
    json.raw(SKU).ascii(sku.code()).raw(UNIT).quoted(sku.unit()).raw(LOCATIONS);
  }

  private static byte[] end(JsonBytes json) {
    return json.ascii("]").toBytes();
  }

  private List<Row> chosen(ViewSku sku, SkuStock stock, Filter filter) {
    List<Row> rows = new ArrayList<>();
    if (filter.location() != null) {
      add(rows, filter, filter.location(), stock.indexOf(filter.location().id()));
    } else {
      for (int i = 0; i < stock.size(); i++) {
        add(rows, filter, view.locationById(sku.client(), stock.location(i)), i);
      }
    }
    if (filter.near() != null) {
      rows.sort(
          Comparator.comparingDouble(Row::distanceKm).thenComparing(row -> row.location().code()));
    }
    return rows;
  }

  private static void add(
      List<Row> rows, Filter filter, @Nullable ViewLocation location, int index) {
    if (location == null || !filter.takes(location)) {
      return;
    }
    Near near = filter.near();
    double distance = near == null ? 0 : near.distance(location);
    // Who names a location wants to know of it, however far it is.
    if (near == null || filter.location() != null || distance <= near.withinKm()) {
      rows.add(new Row(location, index, distance));
    }
  }

  private static void row(
      JsonBytes json, ViewSku sku, SkuStock stock, Row row, boolean distance, boolean balances) {
    int index = row.index();
    boolean there = index >= 0;
    int decimals = sku.scale().decimals();
    if (json.last() == '}') {
      json.ascii(",");
    }
    json.raw(LOCATION).ascii(row.location().code());
    json.raw(PROMISE).decimal(there ? stock.availableToPromise(index) : 0, decimals);
    if (balances) {
      json.raw(ON_HAND).decimal(there ? stock.onHand(index) : 0, decimals);
      json.raw(RESERVED).decimal(there ? stock.reserved(index) : 0, decimals);
      json.raw(SAFETY_STOCK).decimal(there ? stock.safetyStock(index) : 0, decimals);
    }
    json.raw(VERSION).decimal(there ? stock.version(index) : 0, 0);
    if (distance) {
      json.raw(DISTANCE).decimal(Math.round(row.distanceKm() * 10), 1);
    }
    json.ascii("}");
  }
}
