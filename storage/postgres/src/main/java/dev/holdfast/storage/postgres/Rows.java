package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.domain.transfer.TransferState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rows of a result as domain values, by column name. */
final class Rows {
  private static final ReservationState[] RESERVATION_STATES = {
    ReservationState.ACTIVE,
    ReservationState.CONFIRMED,
    ReservationState.RELEASED,
    ReservationState.EXPIRED
  };
  private static final TransferState[] TRANSFER_STATES = {
    TransferState.IN_TRANSIT, TransferState.RECEIVED, TransferState.CANCELLED
  };

  private Rows() {}

  static int code(ReservationState state) {
    return List.of(RESERVATION_STATES).indexOf(state);
  }

  static int code(TransferState state) {
    return List.of(TRANSFER_STATES).indexOf(state);
  }

  static Reservation reservation(ResultSet row) throws SQLException {
    return new Reservation(
        row.getObject("id", UUID.class),
        new ClientId(row.getInt("client_id")),
        RESERVATION_STATES[row.getInt("state")],
        lines(row),
        instant(row, "created_at"),
        instant(row, "expires_at"),
        row.getObject("order_id", UUID.class));
  }

  static Transfer transfer(ResultSet row) throws SQLException {
    return new Transfer(
        row.getObject("id", UUID.class),
        new ClientId(row.getInt("client_id")),
        TRANSFER_STATES[row.getInt("state")],
        row.getInt("to_location"),
        lines(row),
        instant(row, "sent_at"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** The hour of a place in which a moment lies. */
  static LocalDateTime localHour(ResultSet row, String column, String zone) throws SQLException {
    return instant(row, column)
        .atZone(ZoneId.of(zone))
        .toLocalDateTime()
        .truncatedTo(ChronoUnit.HOURS);
  }

  private static List<Line> lines(ResultSet row) throws SQLException {
    Long[] positions = (Long[]) row.getArray("position_ids").getArray();
    Long[] quantities = (Long[]) row.getArray("quantities").getArray();
    List<Line> lines = new ArrayList<>(positions.length);
    for (int i = 0; i < positions.length; i++) {
      lines.add(new Line(new PositionKey(positions[i]), quantities[i]));
    }
    return lines;
  }
}
