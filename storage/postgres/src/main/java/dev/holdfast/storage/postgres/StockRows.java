package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.storage.api.ShortfallReader.ShortfallRow;
import dev.holdfast.storage.api.StockReader.HistoryRow;
import dev.holdfast.storage.api.StockReader.PositionRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of the stock tables as what they mean, in the shape that the query library asks for. */
final class StockRows {
  private StockRows() {}

  static PositionRow position(ResultSet row, StatementContext context) throws SQLException {
    Balance balance =
        new Balance(
            row.getLong("on_hand"),
            row.getLong("reserved"),
            row.getLong("safety_stock"),
            row.getLong("shortfall"),
            row.getLong("version"));
    return new PositionRow(
        new PositionKey(row.getLong("id")), balance, Rows.instant(row, "updated_at"));
  }

  static ShortfallRow shortfall(ResultSet row, StatementContext context) throws SQLException {
    return new ShortfallRow(
        position(row, context),
        row.getString("sku"),
        row.getString("sku_name"),
        new Scale(row.getInt("scale")),
        row.getString("location"));
  }

  /** An entry whose row also has the other end of its transfer. */
  static HistoryRow namedHistory(ResultSet row, StatementContext context) throws SQLException {
    return entry(row, row.getObject("other_location", Integer.class));
  }

  static HistoryRow history(ResultSet row, StatementContext context) throws SQLException {
    return entry(row, null);
  }

  private static HistoryRow entry(ResultSet row, @Nullable Integer otherLocation)
      throws SQLException {
    long onHand = row.getLong("on_hand_after");
    long reserved = row.getLong("reserved_after");
    Balance after =
        new Balance(
            onHand,
            reserved,
            row.getLong("safety_stock_after"),
            Math.max(0, reserved - onHand),
            row.getLong("version"));
    return new HistoryRow(
        EntryKind.ofCode(row.getInt("kind")),
        row.getLong("on_hand_delta"),
        row.getLong("reserved_delta"),
        after,
        Rows.instant(row, "at"),
        row.getString("actor_name"),
        row.getString("note"),
        row.getObject("subject", UUID.class),
        otherLocation);
  }

  static Reservation reservation(ResultSet row, StatementContext context) throws SQLException {
    return Rows.reservation(row);
  }

  static Transfer transfer(ResultSet row, StatementContext context) throws SQLException {
    return Rows.transfer(row);
  }
}
