package dev.holdfast.bench.naive;

import dev.holdfast.bench.instance.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * The transaction that most shops write first: BEGIN, SELECT ... FOR UPDATE, UPDATE, INSERT,
 * COMMIT, each a round trip (pgjdbc sends BEGIN together with the first statement). It is correct;
 * it is the baseline. One connection, one thread.
 */
public final class NaiveTransaction implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement lock;
  private final PreparedStatement take;
  private final PreparedStatement insert;

  /** Opens a connection of its own. */
  public NaiveTransaction(Database database) throws SQLException {
    connection = database.connect();
    connection.setAutoCommit(false);
    lock =
        connection.prepareStatement(
            "select on_hand - reserved from bench_naive.position"
                + " where sku = ? and location = ? for update");
    take =
        connection.prepareStatement(
            "update bench_naive.position set reserved = reserved + ?"
                + " where sku = ? and location = ?");
    insert =
        connection.prepareStatement(
            "insert into bench_naive.reservation (id, sku, location, quantity, expires_at)"
                + " values (?, ?, ?, ?, now() + interval '15 minutes')");
  }

  /** Reserves if enough is there; on return the commit is on disk. */
  public boolean reserve(String sku, String location, long quantity) throws SQLException {
    lock.setString(1, sku);
    lock.setString(2, location);
    try (ResultSet position = lock.executeQuery()) {
      if (!position.next() || position.getLong(1) < quantity) {
        connection.rollback();
        return false;
      }
    }
    take.setLong(1, quantity);
    take.setString(2, sku);
    take.setString(3, location);
    take.executeUpdate();
    insert.setObject(1, UUID.randomUUID());
    insert.setString(2, sku);
    insert.setString(3, location);
    insert.setLong(4, quantity);
    insert.executeUpdate();
    connection.commit();
    return true;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
