package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.storage.api.BulkStore;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.ShortfallReader;
import dev.holdfast.storage.api.StockFeed;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.api.StockSnapshots;
import dev.holdfast.storage.contract.feed.FeedFixture;
import dev.holdfast.storage.postgres.PostgresStockFeed.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** A database of its own whose feed is under test. */
final class PostgresFeedFixture implements FeedFixture, AutoCloseable {
  private final PostgresFixture store = new PostgresFixture();

  DatabaseTarget target() {
    return store.target();
  }

  Database database() {
    return store.database();
  }

  @Override
  public StockFeed feed() {
    return new PostgresStockFeed(store.database(), Reading.ANY_SLOT);
  }

  @Override
  public void cutOffFeeds() {
    asSuperuser(
        "select pg_terminate_backend(active_pid) from pg_replication_slots"
            + " where database = current_database() and active");
  }

  void asSuperuser(String... statements) {
    try (Connection connection = TestServer.superuser(store.target());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public StockSnapshots snapshots() {
    return new PostgresSnapshots(store.database());
  }

  @Override
  public CatalogueStore catalogue() {
    return new PostgresCatalogueStore(store.database());
  }

  @Override
  public BulkStore bulk() {
    return new PostgresBulkStore(store.database());
  }

  @Override
  public ClientId newClient() {
    return store.newClient();
  }

  @Override
  public long newSku(ClientId client) {
    return store.newSku(client);
  }

  @Override
  public int newLocation(ClientId client) {
    return store.newLocation(client);
  }

  @Override
  public long newSku(ClientId client, String code, String name, Scale scale) {
    return store.newSku(client, code, name, scale);
  }

  @Override
  public int newLocation(ClientId client, String code) {
    return store.newLocation(client, code);
  }

  @Override
  public int newActor(ClientId client, String name) {
    return store.newActor(client, name);
  }

  @Override
  public Instant now() {
    return store.now();
  }

  @Override
  public StockLedger node(int number) {
    return store.node(number);
  }

  @Override
  public StockLedger losingTheStore(Loss loss) {
    return store.losingTheStore(loss);
  }

  @Override
  public StockLedger cutOffLedger() {
    return store.cutOffLedger();
  }

  @Override
  public StockReader reader() {
    return store.reader();
  }

  @Override
  public ShortfallReader shortfalls() {
    return store.shortfalls();
  }

  @Override
  public OrderStore orders() {
    return store.orders();
  }

  @Override
  public StockReader cutOffReader() {
    return store.cutOffReader();
  }

  /** Slots are the server's, not the database's: they would keep the log of every test. */
  @Override
  public void close() {
    asSuperuser(
        "select pg_drop_replication_slot(slot_name) from pg_replication_slots"
            + " where database = current_database() and not active");
    store.close();
  }
}
