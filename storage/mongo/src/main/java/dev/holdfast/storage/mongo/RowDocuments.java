package dev.holdfast.storage.mongo;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Grain;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * Keys and sums as fields of documents. Local times are kept as if they were UTC; sums as 64-bit
 * integers by label, those that are 0 not at all.
 */
final class RowDocuments {
  /** What names a row, in the order of the index: what questions always name comes first. */
  static final List<String> KEY =
      List.of(
          "client",
          "cut",
          "grain",
          "start",
          "location",
          "carrier",
          "service",
          "category",
          "currency");

  /** Where a row has its sums. */
  static final String SUMS = "sums";

  private RowDocuments() {}

  static Date date(LocalDateTime local) {
    return Date.from(local.toInstant(ZoneOffset.UTC));
  }

  static LocalDateTime local(Date date) {
    return LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC);
  }

  /** The key of a row without its client. */
  static Document key(Grain grain, RollUpKey key) {
    return new Document("cut", key.cut().number())
        .append("grain", grain.number())
        .append("start", date(key.hour()))
        .append("location", key.locationId())
        .append("carrier", key.carrier())
        .append("service", key.service())
        .append("category", key.category())
        .append("currency", key.currency());
  }

  /** The opposite of {@link #key}; the grain is in the document too. */
  static RollUpKey key(ClientId client, Document from) {
    return new RollUpKey(
        client,
        Cut.ofNumber(from.getInteger("cut")),
        local(from.getDate("start")),
        from.getInteger("location"),
        from.getString("carrier"),
        from.getString("service"),
        from.getString("category"),
        from.getString("currency"));
  }

  /** Sums by label, those that are not 0. */
  static Document sums(Sums sums) {
    Document document = new Document();
    for (Measure measure : Measure.values()) {
      long value = sums.get(measure);
      if (value != 0) {
        document.append(measure.label(), value);
      }
    }
    return document;
  }

  /** The change that adds sums by label to a row. */
  static Document adding(Document sums) {
    Document increments = new Document();
    sums.forEach((label, value) -> increments.append(SUMS + "." + label, value));
    return new Document("$inc", increments);
  }

  /** The change that empties a row and keeps its key. */
  static Document emptying() {
    return new Document("$set", new Document(SUMS, new Document()));
  }

  /** The opposite of {@link #sums(Sums)}; what is not there is 0. */
  static Sums sums(Document from) {
    Sums sums = new Sums();
    for (Measure measure : Measure.values()) {
      if (from.get(measure.label()) instanceof Number value) {
        sums.add(measure, whole(value));
      }
    }
    return sums;
  }

  /** A sum that left the range of 64 bits comes back as a double, and must not pass for a sum. */
  private static long whole(Number value) {
    if (value instanceof Long || value instanceof Integer) {
      return value.longValue();
    }
    throw new ArithmeticException("a sum of roll-ups is no 64-bit integer: " + value);
  }
}
