package dev.holdfast.storage.postgres;

import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.Sums;
import dev.holdfast.domain.reporting.VersionedFact.Open;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A question as one statement, of the dimensions and measures that it names and no others. */
final class RollUpRead {
  private final RollUpQuestion question;
  private final List<Measure> measures;

  RollUpRead(RollUpQuestion question) {
    this.question = question;
    this.measures = Stream.of(Measure.values()).filter(question.measures()::contains).toList();
  }

  static String column(Dimension dimension) {
    return dimension == Dimension.LOCATION ? "location_id" : dimension.label();
  }

  /** Parameters: client, cut, grain, from, to, and a list for each dimension that is filtered. */
  String sql() {
    List<String> keys = new ArrayList<>();
    if (question.byTime()) {
      keys.add("start");
    }
    StringBuilder where =
        new StringBuilder(
            " from roll_up where client_id = ? and cut = ? and grain = ? and start >= ?"
                + " and start < ?");
    for (Dimension dimension : Dimension.values()) {
      if (question.by().contains(dimension)) {
        keys.add(column(dimension));
      }
      if (question.only().containsKey(dimension)) {
        where.append(" and ").append(column(dimension)).append(" = any(?)");
      }
    }
    keys.add("currency");
    String grouped = String.join(", ", keys);
    StringBuilder sql = new StringBuilder("select ").append(grouped);
    for (Measure measure : measures) {
      sql.append(", sum(").append(measure.label()).append(")::bigint");
    }
    return sql.append(where)
        .append(" group by ")
        .append(grouped)
        .append(" order by ")
        .append(grouped)
        .toString();
  }

  /** Sets the parameters of {@link #sql}, from one place on. */
  void bind(PreparedStatement query, int first) throws SQLException {
    int next = first;
    query.setInt(next++, question.client().value());
    query.setShort(next++, (short) question.cut().number());
    query.setShort(next++, (short) question.grain().number());
    query.setObject(next++, question.from());
    query.setObject(next++, question.to());
    for (Dimension dimension : Dimension.values()) {
      Set<String> only = question.only().get(dimension);
      if (only != null) {
        query.setArray(next++, values(query.getConnection(), dimension, only));
      }
    }
  }

  static java.sql.Array values(Connection connection, Dimension dimension, Set<String> only)
      throws SQLException {
    return dimension == Dimension.LOCATION
        ? connection.createArrayOf("int4", only.stream().map(Integer::valueOf).toArray())
        : connection.createArrayOf("text", only.toArray());
  }

  /** A row of the answer; null when nothing is left in it. */
  @Nullable RollUpRow row(ResultSet row) throws SQLException {
    int next = 1;
    LocalDateTime start = question.byTime() ? row.getObject(next++, LocalDateTime.class) : null;
    Set<Dimension> by = question.by();
    int location = by.contains(Dimension.LOCATION) ? row.getInt(next++) : 0;
    String carrier = by.contains(Dimension.CARRIER) ? row.getString(next++) : "";
    String service = by.contains(Dimension.SERVICE) ? row.getString(next++) : "";
    String category = by.contains(Dimension.CATEGORY) ? row.getString(next++) : "";
    String currency = row.getString(next++);
    Sums sums = new Sums();
    for (Measure measure : measures) {
      sums.add(measure, row.getLong(next++));
    }
    return sums.isZero()
        ? null
        : new RollUpRow(start, location, carrier, service, category, currency, sums);
  }

  /** A row of the backlog. */
  static Open open(ResultSet row) throws SQLException {
    return new Open(
        row.getObject("shipment", UUID.class),
        row.getInt("location_id"),
        row.getString("carrier"),
        row.getString("service"),
        Rows.instant(row, "placed_at"),
        Rows.instant(row, "ship_by"),
        row.getInt("lines"));
  }
}
