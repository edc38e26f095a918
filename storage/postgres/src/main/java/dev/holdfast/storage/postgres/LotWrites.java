package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.LotChange;
import dev.holdfast.domain.stock.LotPick;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.stock.WorkingSet;
import dev.holdfast.domain.stock.lot.Lot;
import dev.holdfast.domain.stock.lot.Lots;
import dev.holdfast.storage.api.ClientCommand;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The lots of a batch: read once their positions are locked, which locks them too, and written in
 * its transaction. A batch to which no goods come, such as one of reservations and sales, sends
 * nothing.
 */
final class LotWrites {
  static final String READ =
      "select position_id, lot, expires, remaining from lot where position_id = any(?)"
          + " and remaining > 0";

  private static final String WRITE =
      "insert into lot (position_id, client_id, lot, expires, received, remaining, updated_at)"
          + " select r.position_id, r.client_id, r.lot, r.expires::date, r.received, r.remaining,"
          + " g.at from (select ?::timestamptz as at) g,"
          + " unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])"
          + " r(position_id, client_id, lot, expires, received, remaining)"
          + " on conflict (position_id, lot) do update set expires = excluded.expires,"
          + " received = lot.received + excluded.received, remaining = excluded.remaining,"
          + " updated_at = excluded.updated_at";

  private LotWrites() {}

  /** Loads the lots of those locked positions whose lots a command of the batch may change. */
  static void load(
      Connection connection,
      List<ClientCommand> commands,
      Collection<PositionKey> locked,
      WorkingSet into)
      throws SQLException {
    TreeSet<PositionKey> wanted = new TreeSet<>();
    for (ClientCommand command : commands) {
      switch (command.command()) {
        case StockCommand.MoveStock move -> {
          if (move.movement().mayBringGoods() || !move.lots().isEmpty()) {
            move.lines().forEach(line -> wanted.add(line.position()));
          }
        }
        case StockCommand.ChangeOrder change -> {
          change.returnedLines().forEach(line -> wanted.add(line.position()));
          change.picks().stream().map(LotPick::position).forEach(wanted::add);
        }
        // Which of both ends it is that they come to is known once the transfer is decided.
        case StockCommand.SettleTransfer settle -> wanted.addAll(locked);
        case StockCommand.ReserveStock _,
            StockCommand.SettleReservation _,
            StockCommand.ExtendReservation _,
            StockCommand.SendTransfer _ -> {}
      }
    }
    wanted.retainAll(locked);
    if (!wanted.isEmpty()) {
      read(connection, wanted).forEach((position, lots) -> into.load(position, Lots.of(lots)));
    }
  }

  private static Map<PositionKey, List<Lot>> read(
      Connection connection, Collection<PositionKey> positions) throws SQLException {
    Map<PositionKey, List<Lot>> found = HashMap.newHashMap(positions.size());
    positions.forEach(position -> found.put(position, new ArrayList<>(0)));
    try (PreparedStatement query = connection.prepareStatement(READ)) {
      query.setObject(1, positions.stream().mapToLong(PositionKey::packed).toArray());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(new PositionKey(row.getLong(1)), position -> new ArrayList<>())
              .add(new Lot(row.getString(2), row.getObject(3, LocalDate.class), row.getLong(4)));
        }
      }
    }
    return found;
  }

  static void write(
      Connection connection,
      List<LotChange> changes,
      Map<PositionKey, ClientId> owners,
      Instant now)
      throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    try (Columns columns = new Columns(connection, WRITE)) {
      columns.time(now);
      columns.longs(changes, change -> change.position().packed());
      columns.ints(
          changes, change -> Objects.requireNonNull(owners.get(change.position())).value());
      columns.texts(changes, LotChange::lot);
      columns.texts(changes, change -> change.expires().toString());
      columns.longs(changes, LotChange::received);
      columns.longs(changes, LotChange::remaining);
      columns.update(changes.size());
    }
  }
}
