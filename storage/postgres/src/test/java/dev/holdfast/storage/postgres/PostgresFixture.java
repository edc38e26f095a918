package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.ShortfallReader;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.contract.StoreFixture;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A PostgreSQL database of its own as the store under test. */
final class PostgresFixture implements StoreFixture, AutoCloseable {
  private static final int WRITERS = 4;

  private final DatabaseTarget target = TestServer.newDatabase();
  private final List<Runnable> open = new ArrayList<>();
  private final Database database = opened(target);
  private final Map<Integer, PostgresStockLedger> nodes = new HashMap<>();
  private final PostgresStockReader reader = new PostgresStockReader(database);
  private final Connection superuser;
  private Database cutOff;

  PostgresFixture() {
    nodes.put(0, new PostgresStockLedger(database));
    try {
      superuser = TestServer.superuser(target);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  DatabaseTarget target() {
    return target;
  }

  Database database() {
    return database;
  }

  private Database opened(DatabaseTarget on) {
    Database opened = Database.open(on, WRITERS);
    open.add(opened::close);
    return opened;
  }

  @Override
  public ClientId newClient() {
    long number = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    String sql = "insert into client (code, name) values (?, 'A client') returning id";
    return new ClientId((int) insert(sql, "c" + Long.toString(number, 36)));
  }

  @Override
  public long newSku(ClientId client) {
    return newSku(client, UUID.randomUUID().toString(), "A thing", new Scale(0));
  }

  @Override
  public int newLocation(ClientId client) {
    return newLocation(client, UUID.randomUUID().toString());
  }

  @Override
  public long newSku(ClientId client, String code, String name, Scale scale) {
    return insert(
        "insert into sku (client_id, code, name, unit, scale, category)"
            + " values (?, ?, ?, 'each', ?, 'things') returning id",
        client.value(),
        code,
        name,
        scale.decimals());
  }

  @Override
  public int newLocation(ClientId client, String code) {
    return (int)
        insert(
            "insert into location"
                + " (client_id, code, name, kind, region, latitude, longitude, time_zone, address)"
                + " values (?, ?, 'A place', 'store', 'west', 0, 0, 'UTC', 'Here') returning id",
            client.value(),
            code);
  }

  @Override
  public int newActor(ClientId client, String name) {
    return (int)
        insert(
            "insert into api_key (client_id, name, role, secret_hash)"
                + " values (?, ?, 'clerk', sha256(gen_random_uuid()::text::bytea)) returning id",
            client.value(),
            name);
  }

  private synchronized long insert(String sql, Object... values) {
    try (PreparedStatement insert = superuser.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public synchronized Instant now() {
    try (PreparedStatement query = superuser.prepareStatement("select clock_timestamp()");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public synchronized StockLedger node(int number) {
    return nodes.computeIfAbsent(number, none -> new PostgresStockLedger(opened(target)));
  }

  @Override
  public StockLedger losingTheStore(Loss loss) {
    LossyWire wire = wire();
    StockLedger behind = new PostgresStockLedger(opened(TestServer.through(wire.port(), target)));
    wire.loseAt(loss);
    return behind;
  }

  @Override
  public StockLedger cutOffLedger() {
    return new PostgresStockLedger(cutOff());
  }

  @Override
  public StockReader reader() {
    return reader;
  }

  @Override
  public OrderStore orders() {
    return new PostgresOrderStore(database);
  }

  @Override
  public ShortfallReader shortfalls() {
    return reader;
  }

  @Override
  public StockReader cutOffReader() {
    return new PostgresStockReader(cutOff());
  }

  private synchronized Database cutOff() {
    if (cutOff == null) {
      LossyWire wire = wire();
      cutOff = opened(TestServer.through(wire.port(), target));
      wire.close();
    }
    return cutOff;
  }

  private LossyWire wire() {
    LossyWire wire = new LossyWire(TestServer.port());
    open.add(wire::close);
    return wire;
  }

  @Override
  public void close() {
    open.reversed().forEach(Runnable::run);
    try {
      superuser.close();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
