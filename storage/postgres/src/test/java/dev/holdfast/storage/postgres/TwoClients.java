package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.stock.StockCommand.ChangeOrder;
import dev.holdfast.domain.stock.lot.LotMark;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.OrderRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A database in which two clients have rows in every table, and ways to act on it as each role,
 * past the program.
 */
final class TwoClients implements AutoCloseable {
  final PostgresFixture fixture = new PostgresFixture();
  final ClientId first = fixture.newClient();
  final ClientId second = fixture.newClient();

  /** A position of the first client: 10 on hand, 4 reserved, 2 sent elsewhere, version 3. */
  final PositionKey position;

  private final DatabaseRoles roles;

  TwoClients() throws SQLException {
    roles = new DatabaseRoles(asSuperuser(Connection::getCatalog), fixture.target().password());
    position = fill(first);
    fill(second);
  }

  /** Something done on a connection, which is closed afterwards. */
  interface Act<T> {
    T on(Connection connection) throws SQLException;
  }

  private PositionKey fill(ClientId client) throws SQLException {
    long sku = fixture.newSku(client);
    PositionKey filled = PositionKey.of(sku, fixture.newLocation(client));
    int actor = fixture.newActor(client, "clerk");
    asSuperuser(connection ->
        execute(
            connection,
            "insert into sku_barcode values (%s, '4006381333931', %s)"
                .formatted(client.value(), sku)));
    List<StockCommand> commands =
        List.of(
            new StockCommand.MoveStock(
                Movement.RECEIVE,
                List.of(new Line(filled, 12)),
                Map.of(0, LotMark.ofDate(LocalDate.of(2031, 3, 3)))),
            new StockCommand.ReserveStock(
                UUID.randomUUID(), List.of(new Line(filled, 4)), Duration.ofHours(1)),
            new StockCommand.SendTransfer(
                UUID.randomUUID(), fixture.newLocation(client), List.of(new Line(filled, 2))));
    List<ClientCommand> batch = new ArrayList<>();
    for (StockCommand command : commands) {
      UUID fingerprint = UUID.randomUUID();
      batch.add(
          new ClientCommand(client, fingerprint.toString(), fingerprint, actor, null, command));
    }
    batch.add(order(client, actor));
    for (CommandResult result : fixture.node(0).apply(batch)) {
      if (!(result instanceof CommandResult.Settled)) {
        throw new IllegalStateException("cannot fill the database: " + result);
      }
    }
    fillWebhooks(client, filled);
    fillFloor(client);
    asSuperuser(connection ->
        execute(
            connection,
            "insert into refusal (client_id, position_id, at, lines, quantity)"
                + " values (%s, %s, now(), 1, 5)".formatted(client.value(), filled.packed())));
    fillSettings(client);
    fillRollUps(client);
    return filled;
  }

  private static ClientCommand order(ClientId client, int actor) {
    UUID id = UUID.randomUUID();
    ChangeOrder place = new ChangeOrder(id, "A-1", 0, List.of(), List.of(), List.of(), List.of());
    OrderRow row =
        new OrderRow(id, "A-1", OrderState.PLACED, 1, null, null, List.of(), null, null, "{}");
    return new ClientCommand(client, id.toString(), id, actor, null, place, row);
  }

  private void fillWebhooks(ClientId client, PositionKey watched) throws SQLException {
    asSuperuser(connection ->
        execute(
            connection,
            """
            with made as (insert into webhook (client_id, url, event_types, sees_balances)
              values (%1$s, 'https://example.com', '{}', true) returning id),
            secret as (insert into webhook_secret (webhook_id, client_id, secret)
              select id, %1$s, 'secret' from made)
            insert into webhook_cursor (webhook_id, position_id, client_id, delivered_version)
              select id, %2$s, %1$s, 1 from made
            """
                .formatted(client.value(), watched.packed())));
    asSuperuser(connection ->
        execute(
            connection,
            "insert into threshold (position_id, client_id, low_stock) values (%s, %s, 5)"
                .formatted(watched.packed(), client.value())));
    asSuperuser(connection ->
        execute(
            connection,
            """
            with key as (insert into api_key (client_id, name, role, secret_hash, personal)
              values (%1$s, 'Ann', 'clerk', sha256(gen_random_uuid()::text::bytea), true)
              returning id),
            made as (insert into account (client_id, key_id, email)
              select %1$s, id, 'ann-%1$s@example.com' from key returning id)
            insert into session (secret_hash, account_id, client_id)
              select sha256(gen_random_uuid()::text::bytea), id, %1$s from made
            """
                .formatted(client.value())));
  }

  private void fillSettings(ClientId client) throws SQLException {
    asSuperuser(connection ->
        execute(
            connection,
            """
            with taken as (insert into fulfilment_revision values (%1$s, 1))
            insert into fulfilment_setting (client_id, kind, code, version, document)
              values (%1$s, 'rules', '-', 1, '{}')
            """
                .formatted(client.value())));
  }

  private void fillRollUps(ClientId client) throws SQLException {
    asSuperuser(connection ->
        execute(
            connection,
            """
            with row as (insert into roll_up (client_id, cut, grain, start, location_id, carrier,
                service, category, currency)
              values (%1$s, 0, 0, '2031-03-03', 0, '', '', '', '')),
            fact as (insert into roll_up_fact values (%1$s, gen_random_uuid(), 1, '')),
            version as (insert into roll_up_version values (%1$s, 1)),
            sum as (insert into backlog values (%1$s, now(), 1, 'c', 's', now(), 1, 1))
            insert into open_shipment values (%1$s, gen_random_uuid(), gen_random_uuid(), 1, 'c',
              's', now(), now(), 1)
            """
                .formatted(client.value())));
  }

  private void fillFloor(ClientId client) throws SQLException {
    asSuperuser(connection ->
        execute(
            connection,
            """
            with made as (insert into wave (id, client_id, number, location_id, state, version,
                unfinished, request_key, fingerprint, document)
              values (gen_random_uuid(), %1$s, 'W-1', 1, 0, 1, true, 'k', gen_random_uuid(), '{}')
              returning id),
            list as (insert into pick_list (id, client_id, wave_id, number, location_id, state,
                version, unfinished, document)
              select gen_random_uuid(), %1$s, id, 'P-1', 1, 0, 1, false, '{}' from made)
            insert into parcel (client_id, number, order_id, shipment_id)
              values (%1$s, 'HF1', gen_random_uuid(), gen_random_uuid())
            """
                .formatted(client.value())));
  }

  /** The names of the program's roles. */
  List<String> roles() {
    return List.copyOf(roles.placeholders().values());
  }

  String app() {
    return roles.app();
  }

  String writer() {
    return roles.writer();
  }

  <T> T asSuperuser(Act<T> act) throws SQLException {
    try (Connection connection = TestServer.superuser(fixture.target())) {
      return act.on(connection);
    }
  }

  /** Acts as a role, logged in with its own password; nothing of it is kept. */
  <T> T as(String role, Act<T> act) throws SQLException {
    try (Connection connection = TestServer.as(fixture.target(), role, roles.password(role))) {
      connection.setAutoCommit(false);
      try {
        return act.on(connection);
      } finally {
        connection.rollback();
      }
    }
  }

  static int execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  /** The first column of a query. */
  static List<String> texts(Connection connection, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  static void actFor(Connection connection, ClientId client) throws SQLException {
    execute(connection, "set local holdfast.client = '" + client.value() + "'");
  }

  /** Every table with rows of clients: all but how far facts are folded. */
  List<String> tablesOfClients() throws SQLException {
    return tables().stream().filter(table -> !table.equals("roll_up_mark")).toList();
  }

  /** Every table of the schema but the migrations' own. */
  List<String> tables() throws SQLException {
    return asSuperuser(connection ->
        texts(
            connection,
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname = 'holdfast' and c.relkind in ('r', 'p')"
                + " and c.relname <> 'flyway_schema_history' order by 1"));
  }

  @Override
  public void close() {
    fixture.close();
  }
}
