package dev.holdfast.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a client's demo as CSV (RFC 4180) in the columns that the import reads.
 *
 * <p>Every stream has the header first; every element is one record with its CRLF, so that the
 * elements in a row are the file. Made while it is read.
 */
public final class DemoCsv {

  private static final String END_OF_RECORD = "\r\n";

  private DemoCsv() {}

  /** The range; barcodes are separated by a space, sizes are in mm and g. */
  public static Stream<String> skus(DemoClient client) {
    String header = "code,name,barcodes,unit,scale,length_mm,width_mm,height_mm,weight_g,category";
    return lines(header, client.skus().stream().map(DemoCsv::cells));
  }

  /** The locations; coordinates are in degrees with four decimals. */
  public static Stream<String> locations(DemoClient client) {
    String header = "code,name,kind,region,latitude,longitude,time_zone,address";
    return lines(header, client.locations().stream().map(DemoCsv::cells));
  }

  /** The stock; quantities are decimals in the SKU's unit, such as 12.500 for a kilogram. */
  public static Stream<String> stock(DemoClient client) {
    Map<String, DemoUnit> units =
        client.skus().stream().collect(Collectors.toMap(DemoSku::code, DemoSku::unit));
    String header = "sku,location,quantity,safety_stock";
    return lines(
        header,
        client.stock().map(stock -> cells(stock, Objects.requireNonNull(units.get(stock.sku())))));
  }

  private static List<String> cells(DemoSku sku) {
    DemoSize size = sku.size();
    return List.of(
        sku.code(),
        sku.name(),
        String.join(" ", sku.barcodes()),
        sku.unit().code(),
        Integer.toString(sku.unit().scale()),
        Integer.toString(size.lengthMm()),
        Integer.toString(size.widthMm()),
        Integer.toString(size.heightMm()),
        Integer.toString(size.weightG()),
        sku.category().code());
  }

  private static List<String> cells(DemoLocation location) {
    return List.of(
        location.code(),
        location.name(),
        location.kind().code(),
        location.region(),
        location.latitude().toPlainString(),
        location.longitude().toPlainString(),
        location.timeZone().getId(),
        location.address());
  }

  private static List<String> cells(DemoStock stock, DemoUnit unit) {
    return List.of(
        stock.sku(),
        stock.location(),
        BigDecimal.valueOf(stock.quantity(), unit.scale()).toPlainString(),
        BigDecimal.valueOf(stock.safetyStock(), unit.scale()).toPlainString());
  }

  private static Stream<String> lines(String header, Stream<List<String>> records) {
    Stream<String> bodies =
        records.map(cells -> cells.stream().map(DemoCsv::quoted).collect(Collectors.joining(",")));
    return Stream.concat(Stream.of(header), bodies).map(line -> line + END_OF_RECORD);
  }

  /** A cell, quoted where RFC 4180 asks for it. */
  static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
