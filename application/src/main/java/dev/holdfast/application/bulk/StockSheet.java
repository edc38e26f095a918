package dev.holdfast.application.bulk;

import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.StockCounts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a stock file: codes become positions, decimals become smallest units. */
final class StockSheet {
  private static final long BAD = -2;

  /** A whole number of so many digits certainly fits, also in units of a millionth. */
  private static final int SHORT = 12;

  /** The most characters that a quantity can have. */
  private static final int MAX_WRITTEN = 40;

  private final Map<String, SkuRef> skus;
  private final Map<String, LocationRef> locations;
  private final Rejects rejects;
  private final CountedRows counted = new CountedRows();
  private @Nullable SkuRef lastSku;

  StockSheet(Map<String, SkuRef> skus, Map<String, LocationRef> locations, Rejects rejects) {
    this.skus = skus;
    this.locations = locations;
    this.rejects = rejects;
  }

  /** Who takes the rows of a file with this header. */
  Consumer<CsvRow> under(CsvHeader header) {
    int sku = header.place("sku");
    int location = header.place("location");
    int quantity = header.place("quantity");
    int safetyStock = header.place("safety_stock");
    return row -> take(row, row.at(sku), row.at(location), row.at(quantity), row.at(safetyStock));
  }

  private void take(
      CsvRow row, String skuCode, String locationCode, String quantity, String safetyStock) {
    SkuRef sku = sku(skuCode);
    if (sku == null) {
      rejects.add(row.line(), "sku", skuCode, unknown(skuCode, "SKU", "skus"));
      return;
    }
    LocationRef location = locations.get(locationCode.strip());
    if (location == null) {
      String reason = unknown(locationCode, "location", "locations");
      rejects.add(row.line(), "location", locationCode, reason);
      return;
    }
    long units = units(row, "quantity", quantity, sku);
    if (units == BAD) {
      return;
    }
    long withheld =
        safetyStock.isBlank() ? StockCounts.AS_IT_IS : units(row, "safety_stock", safetyStock, sku);
    if (withheld != BAD) {
      long position = PositionKey.of(sku.id(), location.id()).packed();
      counted.add(row.line(), position, units, withheld);
    }
  }

  /** Files are mostly ordered by SKU: the last one is looked at first. */
  private @Nullable SkuRef sku(String code) {
    SkuRef last = lastSku;
    if (last == null || !last.code().equals(code)) {
      last = skus.get(code.strip());
      lastSku = last;
    }
    return last;
  }

  private static String unknown(String code, String what, String where) {
    if (CsvFile.isBroken(code)) {
      return CsvFile.NOT_UTF_8;
    }
    return "names no "
        + what
        + " of yours: correct the code, or import the file of "
        + where
        + " first";
  }

  /** The smallest units that a cell says, or {@link #BAD} once it is rejected. */
  private long units(CsvRow row, String column, String cell, SkuRef sku) {
    String written = cell.strip();
    long units = parsed(written, sku.scale());
    if (units >= 0 && units <= Line.MAX_QUANTITY) {
      return units;
    }
    rejects.add(row.line(), column, cell, complaint(written, sku.scale(), units));
    return BAD;
  }

  private static long parsed(String written, Scale scale) {
    int length = written.length();
    if (length > 0 && length <= SHORT) {
      long whole = 0;
      for (int i = 0; i < length; i++) {
        char c = written.charAt(i);
        if (c < '0' || c > '9') {
          return parsedDecimal(written, scale);
        }
        whole = whole * 10 + (c - '0');
      }
      return whole * scale.unit();
    }
    return parsedDecimal(written, scale);
  }

  private static long parsedDecimal(String written, Scale scale) {
    if (written.length() > MAX_WRITTEN) {
      return BAD;
    }
    try {
      OptionalLong units = scale.parse(new BigDecimal(written));
      return units.orElse(BAD);
    } catch (NumberFormatException notANumber) {
      return BAD;
    }
  }

  private static String complaint(String written, Scale scale, long units) {
    if (units > Line.MAX_QUANTITY) {
      return "is too large: at most "
          + scale.format(Line.MAX_QUANTITY)
          + " of this SKU are counted in one row";
    }
    if ((units != BAD && units < 0) || written.startsWith("-")) {
      return "must be 0 or more: it is what is physically there";
    }
    return scale.decimals() == 0
        ? "must be a whole number, without separators: this SKU is counted in whole units"
        : "must be a number such as 1.5, with a point and at most "
            + scale.decimals()
            + " decimals: this SKU is counted so";
  }

  /** The good rows in key order; a position that comes again is rejected. */
  StockCounts sorted() {
    return counted.sorted((line, earlier) ->
        rejects.add(
            line,
            "sku",
            "",
            "and location stand in line " + earlier + " already: keep one of the two rows"));
  }
}
