package dev.holdfast.storage.postgres;

import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.storage.api.BacklogQuestion;
import dev.holdfast.storage.api.BacklogQuestion.Waiting;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A question about what waits, as one statement: sums of whole quarters of an hour, and shipments
 * one by one where the limit of an age cuts a quarter.
 */
final class BacklogRead {
  private final BacklogQuestion question;

  BacklogRead(BacklogQuestion question) {
    this.question = question;
  }

  String sql() {
    return "select age, sum(shipments)::bigint, sum(lines)::bigint, sum(late)::bigint from (select "
        + age("quarter")
        + ", shipments, lines, case when ship_by < ? then shipments else 0 end as late"
        + " from backlog where client_id = ?"
        + " and quarter <> ?".repeat(question.limits().size())
        + filters()
        + " union all select "
        + age("placed_at")
        + ", 1, lines, (ship_by < ?)::int from open_shipment"
        + " where client_id = ? and ("
        + cut()
        + ")"
        + filters()
        + ") waiting group by age";
  }

  private String age(String time) {
    StringBuilder age = new StringBuilder("0");
    question.limits().forEach(limit -> age.append(" + (").append(time).append(" <= ?)::int"));
    return age.append(" as age").toString();
  }

  private String cut() {
    List<String> cut = new ArrayList<>(List.of("false"));
    question.limits().forEach(limit -> cut.add("placed_at >= ? and placed_at < ?"));
    return String.join(" or ", cut);
  }

  private String filters() {
    StringBuilder filters = new StringBuilder();
    for (Dimension dimension : Dimension.values()) {
      if (question.only().containsKey(dimension)) {
        filters.append(" and ").append(RollUpRead.column(dimension)).append(" = any(?)");
      }
    }
    return filters.toString();
  }

  /** Sets the parameters of {@link #sql}, from one place on. */
  void bind(PreparedStatement query, int first) throws SQLException {
    int next = first;
    next = limits(query, next);
    query.setObject(next++, at(question.now()));
    query.setInt(next++, question.client().value());
    for (Instant limit : question.limits()) {
      query.setObject(next++, at(BacklogChanges.quarterOf(limit)));
    }
    next = filters(query, next);
    next = limits(query, next);
    query.setObject(next++, at(question.now()));
    query.setInt(next++, question.client().value());
    for (Instant limit : question.limits()) {
      Instant quarter = BacklogChanges.quarterOf(limit);
      query.setObject(next++, at(quarter));
      query.setObject(next++, at(quarter.plus(BacklogChanges.QUARTER)));
    }
    filters(query, next);
  }

  private int limits(PreparedStatement query, int first) throws SQLException {
    int next = first;
    for (Instant limit : question.limits()) {
      query.setObject(next++, at(limit));
    }
    return next;
  }

  private int filters(PreparedStatement query, int first) throws SQLException {
    int next = first;
    for (Dimension dimension : Dimension.values()) {
      Set<String> only = question.only().get(dimension);
      if (only != null) {
        query.setArray(next++, RollUpRead.values(query.getConnection(), dimension, only));
      }
    }
    return next;
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  /** The answer, with the ages of which nothing waits. */
  List<Waiting> ages(ResultSet row) throws SQLException {
    List<Waiting> ages =
        new ArrayList<>(Collections.nCopies(question.limits().size() + 1, Waiting.NONE));
    while (row.next()) {
      ages.set(row.getInt(1), new Waiting(row.getLong(2), row.getLong(3), row.getLong(4)));
    }
    return ages;
  }
}
