package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.storage.api.ClientCommand;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The reservations or transfers that a batch names, as two columns. */
final class BatchSubjects {
  private int[] clients;
  private UUID[] ids;
  private int count;

  private BatchSubjects(int expected) {
    clients = new int[expected];
    ids = new UUID[expected];
  }

  /** The reservations that commands end or extend. */
  static BatchSubjects reservations(List<ClientCommand> commands) {
    BatchSubjects subjects = new BatchSubjects(commands.size());
    for (ClientCommand from : commands) {
      switch (from.command()) {
        case StockCommand.SettleReservation settle -> subjects.add(from.client(), settle.id());
        case StockCommand.ExtendReservation extend -> subjects.add(from.client(), extend.id());
        case StockCommand.ChangeOrder change -> {
          change.release().forEach(id -> subjects.add(from.client(), id));
          change.confirm().forEach(id -> subjects.add(from.client(), id));
        }
        default -> {}
      }
    }
    return subjects;
  }

  /** The transfers that commands end. */
  static BatchSubjects transfers(List<ClientCommand> commands) {
    BatchSubjects subjects = new BatchSubjects(commands.size());
    for (ClientCommand from : commands) {
      if (from.command() instanceof StockCommand.SettleTransfer settle) {
        subjects.add(from.client(), settle.id());
      }
    }
    return subjects;
  }

  private void add(ClientId client, UUID id) {
    if (count == ids.length) {
      clients = Arrays.copyOf(clients, 2 * count);
      ids = Arrays.copyOf(ids, 2 * count);
    }
    clients[count] = client.value();
    ids[count++] = id;
  }

  boolean isEmpty() {
    return count == 0;
  }

  PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement query = connection.prepareStatement(sql);
    query.setObject(1, Arrays.copyOf(clients, count));
    query.setArray(2, connection.createArrayOf("uuid", Arrays.copyOf(ids, count)));
    return query;
  }
}
