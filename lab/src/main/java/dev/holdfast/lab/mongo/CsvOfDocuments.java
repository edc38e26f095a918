package dev.holdfast.lab.mongo;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import dev.holdfast.lab.postgres.ColumnStage.CopyOut;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents as the rows that PostgreSQL copies out: the same columns in the same form. */
final class CsvOfDocuments implements CopyOut {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final MongoDatabase database;

  CsvOfDocuments(MongoDatabase database) {
    this.database = database;
  }

  @Override
  public void copy(String table, String sql, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file);
        MongoCursor<Document> documents = database.getCollection(table).find().cursor()) {
      while (documents.hasNext()) {
        List<@Nullable Object> cells = cells(table, documents.next());
        out.write(String.join(",", cells.stream().map(CsvOfDocuments::cell).toList()));
        out.write('\n');
      }
    }
  }

  private static String cell(@Nullable Object value) {
    return value instanceof LocalDateTime time ? TIME.format(time) : Objects.toString(value, "");
  }

  private static List<@Nullable Object> cells(String table, Document of) {
    return switch (table) {
      case "order_line" -> order(of);
      case "stock_movement" ->
          all(of, List.of("client"), local(of, "at"), "location", "category", "kind", "units");
      case "pick_walk" ->
          all(of, List.of("client"), local(of, "at"), "location", "picks", "walk_mm");
      default -> throw new IllegalArgumentException("nobody knows the table " + table);
    };
  }

  private static List<@Nullable Object> order(Document of) {
    List<@Nullable Object> cells =
        all(
            of,
            List.of("client", "order", "row", "line", "shipment", "part", "shipments"),
            utc(of, "placed_at"));
    cells.add(local(of, "placed_at"));
    for (String field :
        List.of("location", "carrier", "service", "category", "ordered", "filled")) {
      cells.add(of.get(field));
    }
    for (String field : List.of("returned", "amount", "release_seconds", "ship_seconds")) {
      cells.add(of.get(field));
    }
    cells.add(utc(of, "ship_by"));
    cells.add(onTime(of));
    for (String field : List.of("cartons", "shipping", "state")) {
      cells.add(of.get(field));
    }
    return cells;
  }

  private static List<@Nullable Object> all(
      Document of, List<String> first, @Nullable Object then, String... last) {
    List<@Nullable Object> cells = new ArrayList<>();
    first.forEach(field -> cells.add(of.get(field)));
    cells.add(then);
    for (String field : last) {
      cells.add(of.get(field));
    }
    return cells;
  }

  private static @Nullable LocalDateTime utc(Document of, String field) {
    Date at = of.getDate(field);
    return at == null ? null : LocalDateTime.ofInstant(at.toInstant(), ZoneOffset.UTC);
  }

  private static LocalDateTime local(Document of, String field) {
    Instant at = of.getDate(field).toInstant();
    return LocalDateTime.ofInstant(at, ZoneId.of(of.getString("zone")));
  }

  /** Handed over by the cut-off, and there by the day that was promised. */
  private static @Nullable Boolean onTime(Document of) {
    LocalDateTime shipped = utc(of, "shipped_at");
    return shipped == null
        ? null
        : !shipped.isAfter(Objects.requireNonNull(utc(of, "ship_by")))
            && of.getString("arrival").compareTo(of.getString("promised")) <= 0;
  }
}
