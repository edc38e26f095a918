package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.WorkingSet;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.postgres.Batch.CommandKey;
import dev.holdfast.storage.postgres.Batch.SubjectKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a batch reads before it decides. */
final class BatchReads {
  /**
   * The clock is read outside of what locks, row by row: the last row's time is after every lock
   * was got, so that an expiry is never judged early.
   */
  private static final String LOCK =
      "with locked as materialized (select id, client_id, on_hand, reserved, safety_stock,"
          + " shortfall, version from position where id = any(?) order by id for update)"
          + " select locked.*, clock_timestamp() from locked";

  private static final String CLOCK = "select clock_timestamp()";

  private static final String OUTCOMES =
      "select o.client_id, o.idempotency_key, o.fingerprint, o.outcome"
          + " from unnest(?::int[], ?::text[]) k(client_id, key)"
          + " join command_outcome o on o.client_id = k.client_id and o.idempotency_key = k.key";

  private static final String RESERVATIONS =
      "select r.id, r.client_id, r.state, r.position_ids, r.quantities, r.created_at, r.expires_at,"
          + " r.order_id"
          + " from unnest(?::int[], ?::uuid[]) k(client_id, id)"
          + " join reservation r on r.client_id = k.client_id and r.id = k.id";

  private static final String TRANSFERS =
      "select t.id, t.client_id, t.state, t.position_ids, t.quantities, t.sent_at, t.to_location"
          + " from unnest(?::int[], ?::uuid[]) k(client_id, id)"
          + " join transfer t on t.client_id = k.client_id and t.id = k.id";

  private final Connection connection;

  BatchReads(Connection connection) {
    this.connection = connection;
  }

  /** An outcome that is stored already. */
  record Known(UUID fingerprint, Outcome outcome) {}

  /** Who owns each locked position, and the database's time once all were locked. */
  record Locked(Map<PositionKey, ClientId> owners, Instant now) {}

  /** Locks the positions in key order and loads them. */
  Locked lock(Collection<PositionKey> positions, WorkingSet into) throws SQLException {
    OffsetDateTime now = null;
    Map<PositionKey, ClientId> owners = HashMap.newHashMap(positions.size());
    long[] ids = new long[positions.size()];
    int count = 0;
    for (PositionKey position : positions) {
      ids[count++] = position.packed();
    }
    try (PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setObject(1, ids);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          PositionKey position = new PositionKey(row.getLong(1));
          owners.put(position, new ClientId(row.getInt(2)));
          into.load(
              position,
              new Balance(
                  row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7)));
          now = row.getObject(8, OffsetDateTime.class);
        }
      }
    }
    return new Locked(owners, now == null ? clock() : now.toInstant());
  }

  private Instant clock() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(CLOCK);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  /** Outcomes that are stored already for keys of the batch. */
  Map<CommandKey, Known> outcomes(List<ClientCommand> commands) throws SQLException {
    int[] clients = new int[commands.size()];
    String[] keys = new String[commands.size()];
    for (int i = 0; i < keys.length; i++) {
      clients[i] = commands.get(i).client().value();
      keys[i] = commands.get(i).key();
    }
    Map<CommandKey, Known> known = HashMap.newHashMap(commands.size());
    try (PreparedStatement query = connection.prepareStatement(OUTCOMES)) {
      query.setObject(1, clients);
      query.setArray(2, connection.createArrayOf("text", keys));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          known.put(
              new CommandKey(new ClientId(row.getInt(1)), row.getString(2)),
              new Known(row.getObject(3, UUID.class), OutcomeText.read(row.getString(4))));
        }
      }
    }
    return known;
  }

  Map<SubjectKey, Reservation> reservations(List<ClientCommand> commands) throws SQLException {
    Map<SubjectKey, Reservation> found = new HashMap<>();
    BatchSubjects subjects = BatchSubjects.reservations(commands);
    if (subjects.isEmpty()) {
      return found;
    }
    try (PreparedStatement query = subjects.prepare(connection, RESERVATIONS);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Reservation reservation = Rows.reservation(row);
        found.put(new SubjectKey(reservation.client(), reservation.id()), reservation);
      }
    }
    return found;
  }

  Map<SubjectKey, Transfer> transfers(List<ClientCommand> commands) throws SQLException {
    Map<SubjectKey, Transfer> found = new HashMap<>();
    BatchSubjects subjects = BatchSubjects.transfers(commands);
    if (subjects.isEmpty()) {
      return found;
    }
    try (PreparedStatement query = subjects.prepare(connection, TRANSFERS);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Transfer transfer = Rows.transfer(row);
        found.put(new SubjectKey(transfer.client(), transfer.id()), transfer);
      }
    }
    return found;
  }
}
