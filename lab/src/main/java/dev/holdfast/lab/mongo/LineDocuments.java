package dev.holdfast.lab.mongo;

import dev.holdfast.lab.generate.ClientDay;
import dev.holdfast.lab.generate.DayStock;
import dev.holdfast.lab.generate.Demand;
import dev.holdfast.lab.generate.OrderSheet;
import dev.holdfast.lab.generate.RowBuffer;
import dev.holdfast.lab.generate.StockSheet;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code ./holdfast generate} as documents, and what MongoDB cannot index as an
 * expression: day, hour and weekday by the place's clock, seconds between times.
 *
 * @param lines order lines by shipment
 */
record LineDocuments(List<Document> lines, List<Document> movements, List<Document> walks) {
  private static final Set<String> TIMES =
      Set.of("placed_at", "released_at", "shipped_at", "ship_by", "at");
  private static final Set<String> COUNTS =
      Set.of("row", "line", "shipment", "part", "shipments", "cartons", "list", "picks");
  private static final Set<String> SUMS =
      Set.of("ordered", "filled", "returned", "amount", "shipping", "units", "walk_mm");

  /**
   * A client's day.
   *
   * @param most so many orders; with fewer than all, movements and walks are left out
   */
  static LineDocuments of(Demand demand, ClientDay day, int most) {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    ByteArrayOutputStream movements = new ByteArrayOutputStream();
    ByteArrayOutputStream walks = new ByteArrayOutputStream();
    RowBuffer lineRows = new RowBuffer(lines);
    OrderSheet sheet = new OrderSheet(lineRows, demand.postcodes());
    DayStock stock = new DayStock(demand, day.client(), day.day());
    int[] left = {most};
    day.each(order -> {
      if (left[0]-- > 0) {
        sheet.add(order);
        stock.add(order);
      }
    });
    lineRows.flush();
    if (most == Integer.MAX_VALUE) {
      RowBuffer movementRows = new RowBuffer(movements);
      RowBuffer walkRows = new RowBuffer(walks);
      stock.tell(new StockSheet(movementRows, walkRows));
      movementRows.flush();
      walkRows.flush();
    }
    return new LineDocuments(
        documents(OrderSheet.HEADER, lines, "placed_at"),
        documents(StockSheet.MOVEMENT_HEADER, movements, "at"),
        documents(StockSheet.WALK_HEADER, walks, "at"));
  }

  private static List<Document> documents(
      String header, ByteArrayOutputStream rows, String happened) {
    String[] columns = header.split(",", -1);
    return rows.toString(StandardCharsets.UTF_8)
        .lines()
        .map(row -> withLocalTime(document(columns, row.split(",", -1)), happened))
        .toList();
  }

  private static Document document(String[] columns, String[] cells) {
    if (cells.length != columns.length) {
      throw new IllegalStateException(cells.length + " cells for " + columns.length + " columns");
    }
    Document document = new Document();
    for (int i = 0; i < columns.length; i++) {
      document.append(columns[i], value(columns[i], cells[i]));
    }
    return document;
  }

  /** What is empty becomes null and not nothing, so that pipelines can compare it. */
  private static @Nullable Object value(String column, String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    if (TIMES.contains(column)) {
      return Date.from(Instant.parse(cell));
    }
    if (COUNTS.contains(column)) {
      return Integer.valueOf(cell);
    }
    return SUMS.contains(column) ? (Object) Long.valueOf(cell) : cell;
  }

  private static Document withLocalTime(Document document, String happened) {
    Instant at = document.getDate(happened).toInstant();
    LocalDateTime local = LocalDateTime.ofInstant(at, ZoneId.of(document.getString("zone")));
    document
        .append("day", local.toLocalDate().toString())
        .append("hour", local.getHour())
        .append("weekday", local.getDayOfWeek().getValue());
    if (document.containsKey("state")) {
      document
          .append("release_seconds", seconds(at, document.getDate("released_at")))
          .append("ship_seconds", seconds(at, document.getDate("shipped_at")));
    }
    return document;
  }

  private static @Nullable Long seconds(Instant from, @Nullable Date to) {
    return to == null ? null : Duration.between(from, to.toInstant()).toSeconds();
  }
}
