package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.LocationRules;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.FeedListener.FeedLocation;
import dev.holdfast.storage.api.FeedListener.FeedPosition;
import dev.holdfast.storage.api.FeedListener.FeedSku;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/** Rows of the published tables, as texts in the order of these columns, as what they mean. */
enum FeedRows {
  POSITION(
      "position", List.of("id", "client_id", "on_hand", "reserved", "safety_stock", "version")) {
    @Override
    void tell(String[] cells, FeedListener listener) {
      listener.position(
          new FeedPosition(
              Long.parseLong(cells[0]),
              client(cells[1]),
              Long.parseLong(cells[2]),
              Long.parseLong(cells[3]),
              Long.parseLong(cells[4]),
              Long.parseLong(cells[5])));
    }
  },
  SKU(
      "sku",
      List.of(
          "id",
          "client_id",
          "code",
          "name",
          "barcodes",
          "unit",
          "scale",
          "length_mm",
          "width_mm",
          "height_mm",
          "weight_g",
          "category")) {
    @Override
    void tell(String[] cells, FeedListener listener) {
      Sku.Size size =
          new Sku.Size(
              Integer.parseInt(cells[7]),
              Integer.parseInt(cells[8]),
              Integer.parseInt(cells[9]),
              Integer.parseInt(cells[10]));
      listener.sku(
          new FeedSku(
              Long.parseLong(cells[0]),
              client(cells[1]),
              new Sku(
                  cells[2],
                  cells[3],
                  barcodes(cells[4]),
                  cells[5],
                  new Scale(Integer.parseInt(cells[6])),
                  size,
                  cells[11])));
    }
  },
  LOCATION(
      "location",
      List.of(
          "id",
          "client_id",
          "code",
          "name",
          "kind",
          "region",
          "latitude",
          "longitude",
          "time_zone",
          "address")) {
    @Override
    void tell(String[] cells, FeedListener listener) {
      listener.location(
          new FeedLocation(
              Integer.parseInt(cells[0]),
              client(cells[1]),
              new Location(
                  cells[2],
                  cells[3],
                  LocationRules.kind(cells[4]).orElseThrow(),
                  cells[5],
                  LocationRules.shortest(new BigDecimal(cells[6])),
                  LocationRules.shortest(new BigDecimal(cells[7])),
                  ZoneId.of(cells[8]),
                  cells[9])));
    }
  };

  private final String table;
  private final List<String> columns;

  FeedRows(String table, List<String> columns) {
    this.table = table;
    this.columns = columns;
  }

  String table() {
    return table;
  }

  List<String> columns() {
    return columns;
  }

  /** Tells one row. */
  abstract void tell(String[] cells, FeedListener listener);

  private static ClientId client(String number) {
    return new ClientId(Integer.parseInt(number));
  }

  /** An array of digits needs no quotes: {@code {4006381333931,96385074}}. */
  private static List<String> barcodes(String array) {
    String inside = array.substring(1, array.length() - 1);
    return inside.isEmpty() ? List.of() : List.of(inside.split(",", -1));
  }
}
