package dev.holdfast.server.runtime;

import dev.holdfast.application.webhook.AddressGuard;
import dev.holdfast.application.webhook.Backoff;
import dev.holdfast.application.webhook.Courier;
import dev.holdfast.application.webhook.Network;
import dev.holdfast.application.webhook.WebhookDispatcher;
import dev.holdfast.application.webhook.WebhookTrial;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.event.EventType;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.WebhookStore.WebhookTerms;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresAccessStore;
import dev.holdfast.storage.postgres.PostgresEventOutbox;
import dev.holdfast.storage.postgres.PostgresStockLedger;
import dev.holdfast.storage.postgres.PostgresThresholdStore;
import dev.holdfast.storage.postgres.PostgresWebhookStore;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The real ledger on a real PostgreSQL, and dispatchers that tell of it in a hurry. */
final class WebhookStand implements AutoCloseable {
  private static final Backoff QUICK =
      new Backoff(
          List.of(Duration.ofMillis(20), Duration.ofMillis(40), Duration.ofMillis(60)),
          Duration.ofMillis(40));

  /** Of one command. */
  private static final int LINES = 100;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path data = Files.createTempDirectory("holdfast-webhooks");
  private final EmbeddedStore store = EmbeddedStore.start(data);
  private final Database database = Database.open(store.target(), 2);
  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger names = new AtomicInteger();
  private final PostgresStockLedger ledger = new PostgresStockLedger(database);
  private final PostgresEventOutbox outbox = new PostgresEventOutbox(database);
  final PostgresWebhookStore webhooks = new PostgresWebhookStore(database);
  final PostgresThresholdStore thresholds = new PostgresThresholdStore(database);

  WebhookStand() throws Exception {}

  ClientId newClient() {
    return new PostgresAccessStore(database)
        .createClient("c-" + names.incrementAndGet(), "A company")
        .orElseThrow()
        .id();
  }

  PostgresEventOutbox outbox() {
    return outbox;
  }

  Vertx vertx() {
    return vertx;
  }

  /** A position of a SKU with this code. */
  PositionKey position(ClientId client, String sku) {
    long skuId =
        insert(
            "insert into holdfast.sku (client_id, code, name, unit, scale, category)"
                + " values (?, ?, 'A thing', 'each', 0, 'x') returning id",
            client.value(),
            sku);
    long location =
        insert(
            "insert into holdfast.location (client_id, code, name, kind, region, latitude,"
                + " longitude, time_zone, address)"
                + " values (?, ?, 'A place', 'store', 'west', 0, 0, 'UTC', 'Here') returning id",
            client.value(),
            "L-" + names.incrementAndGet());
    return PositionKey.of(skuId, (int) location);
  }

  /** A connection as the database's owner. */
  Connection owner() throws SQLException {
    return DriverManager.getConnection(
        store.target().jdbcUrl(), store.target().user(), store.target().password());
  }

  private long insert(String sql, Object... values) {
    try (Connection owner = owner();
        PreparedStatement statement = owner.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** One position for each of so many SKUs, all at one location. */
  List<PositionKey> positions(ClientId client, String prefix, int count) {
    PositionKey first = position(client, prefix + "-0");
    long last =
        insert(
            "with made as (insert into holdfast.sku (client_id, code, name, unit, scale, category)"
                + " select ?, ? || '-' || n, 'A thing', 'each', 0, 'x'"
                + " from generate_series(1, ?) n returning id) select max(id) from made",
            client.value(),
            prefix,
            count - 1);
    return LongStream.rangeClosed(last - count + 2, last)
        .mapToObj(sku -> PositionKey.of(sku, first.locationId()))
        .collect(Collectors.toCollection(() -> new ArrayList<>(List.of(first))));
  }

  /** Puts one on hand at each. */
  void receiveAll(ClientId client, List<PositionKey> positions) {
    for (int from = 0; from < positions.size(); from += LINES) {
      List<Line> lines =
          positions.subList(from, Math.min(from + LINES, positions.size())).stream()
              .map(position -> new Line(position, 1))
              .toList();
      apply(client, new StockCommand.MoveStock(Movement.RECEIVE, lines));
    }
  }

  void receive(ClientId client, PositionKey position, long quantity) {
    apply(
        client,
        new StockCommand.MoveStock(Movement.RECEIVE, List.of(new Line(position, quantity))));
  }

  void reserve(ClientId client, PositionKey position, long quantity) {
    apply(
        client,
        new StockCommand.ReserveStock(
            UUID.randomUUID(), List.of(new Line(position, quantity)), Duration.ofHours(1)));
  }

  private void apply(ClientId client, StockCommand command) {
    UUID id = UUID.randomUUID();
    List<CommandResult> results =
        ledger.apply(List.of(new ClientCommand(client, id.toString(), id, 0, null, command)));
    if (!(results.getFirst() instanceof CommandResult.Settled)) {
      throw new IllegalStateException("not applied: " + results);
    }
  }

  /** A webhook that hears of some types, all when none is named. Its secret is "secret". */
  int webhook(ClientId client, String url, boolean seesBalances, EventType... types) {
    WebhookTerms terms = new WebhookTerms(url, Set.of(types), seesBalances);
    return webhooks.create(client, terms, "secret").orElseThrow().id();
  }

  Courier courier(Duration timeout) {
    return courier(timeout, InetAddress::getAllByName);
  }

  Courier courier(Duration timeout, AddressGuard.Resolver resolver) {
    AddressGuard guard = new AddressGuard(List.of(Network.parse("127.0.0.0/8")), resolver);
    return new Courier(vertx, guard, timeout);
  }

  WebhookDispatcher dispatcher() {
    return dispatcher(() -> true, courier(Courier.TIMEOUT));
  }

  WebhookDispatcher dispatcher(BooleanSupplier leads, Courier courier) {
    WebhookDispatcher dispatcher =
        new WebhookDispatcher(leads, outbox, courier, QUICK, Clock.systemUTC());
    dispatcher.start();
    return dispatcher;
  }

  /** What a webhook's receiver answers to a trial. */
  Courier.Answer trial(Courier courier, ClientId client, int webhook) {
    return new WebhookTrial(outbox, courier, Clock.systemUTC()).run(client, webhook).orElseThrow();
  }

  static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new AssertionError("never happened: " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  @Override
  public void close() throws IOException {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    database.close();
    store.close();
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(data)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.deleteIfExists(file);
    }
  }
}
