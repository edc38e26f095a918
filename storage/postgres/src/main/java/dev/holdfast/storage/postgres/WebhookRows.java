package dev.holdfast.storage.postgres;

import dev.holdfast.domain.event.EventType;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.WebhookStore.ParkedAt;
import dev.holdfast.storage.api.WebhookStore.ParkedRow;
import dev.holdfast.storage.api.WebhookStore.WebhookRow;
import dev.holdfast.storage.api.WebhookStore.WebhookTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of the webhook tables as what they mean. */
final class WebhookRows {
  private WebhookRows() {}

  static WebhookRow webhook(ResultSet row, StatementContext context) throws SQLException {
    return new WebhookRow(
        row.getInt("id"),
        new WebhookTerms(row.getString("url"), types(row), row.getBoolean("sees_balances")),
        row.getBoolean("active"),
        Rows.instant(row, "created_at"),
        instantOrNull(row, "last_success_at"),
        instantOrNull(row, "last_failure_at"),
        row.getString("last_failure"),
        row.getLong("pending"),
        row.getLong("parked"));
  }

  static ParkedRow parked(ResultSet row, StatementContext context) throws SQLException {
    return new ParkedRow(
        new PositionKey(row.getLong("position_id")),
        row.getString("sku"),
        row.getString("location"),
        row.getLong("waiting"),
        row.getInt("tries"),
        row.getString("reason"),
        Rows.instant(row, "parked_at"));
  }

  static ParkedAt parkedAt(ResultSet row, StatementContext context) throws SQLException {
    return new ParkedAt(row.getInt("webhook_id"), row.getString("url"), parked(row, context));
  }

  /** A type that this version does not know is one that it never raises. */
  static Set<EventType> types(ResultSet row) throws SQLException {
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    for (String label : (String[]) row.getArray("event_types").getArray()) {
      EventType.ofLabel(label).ifPresent(types::add);
    }
    return types;
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
