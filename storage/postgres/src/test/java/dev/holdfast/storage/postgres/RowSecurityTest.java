package dev.holdfast.storage.postgres;

import static dev.holdfast.storage.postgres.TwoClients.actFor;
import static dev.holdfast.storage.postgres.TwoClients.execute;
import static dev.holdfast.storage.postgres.TwoClients.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.domain.catalogue.ClientId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Row-level security: no statement of the program can reach another client's rows. */
final class RowSecurityTest {
  /** What the app may read, with the columns that it may read of it. */
  private static final List<String> READABLE =
      List.of(
          "select client_id from sku",
          "select client_id from sku_barcode",
          "select client_id from location",
          "select client_id from position",
          "select client_id from ledger_entry",
          "select client_id from reservation",
          "select client_id from transfer",
          "select client_id from command_outcome",
          "select client_id from webhook",
          "select client_id from webhook_secret",
          "select client_id from webhook_cursor",
          "select client_id from threshold",
          "select client_id from customer_order",
          "select client_id from fulfilment_revision",
          "select client_id from fulfilment_setting",
          "select client_id from wave",
          "select client_id from pick_list",
          "select client_id from parcel",
          "select client_id from lot",
          "select client_id from roll_up",
          "select client_id from roll_up_version",
          "select client_id from open_shipment",
          "select client_id from backlog",
          "select client_id from api_key");

  private static final String UNPROTECTED =
      "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
          + " where n.nspname = 'holdfast' and c.relkind in ('r', 'p')"
          + " and c.relname <> 'flyway_schema_history'"
          + " and not (c.relrowsecurity and c.relforcerowsecurity)";

  private static TwoClients database;

  @BeforeAll
  static void open() throws SQLException {
    database = new TwoClients();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static List<String> asApp(ClientId client, String sql) throws SQLException {
    return database.as(
        database.app(),
        connection -> {
          actFor(connection, client);
          return texts(connection, sql);
        });
  }

  @Test
  void isForcedOnEveryTable() throws SQLException {
    assertThat(database.<List<String>>asSuperuser(connection -> texts(connection, UNPROTECTED)))
        .isEmpty();
    assertThat(database.tables()).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void aNewTableWithoutItWouldBeFound() throws SQLException {
    List<String> found =
        database.asSuperuser(connection -> {
          connection.setAutoCommit(false);
          execute(connection, "create table holdfast.forgotten (id int)");
          execute(connection, "create table holdfast.half_done (id int)");
          execute(connection, "alter table holdfast.half_done enable row level security");
          List<String> unprotected = texts(connection, UNPROTECTED);
          connection.rollback();
          return unprotected;
        });

    assertThat(found).containsExactlyInAnyOrder("forgotten", "half_done");
  }

  @Test
  void everyTableHasRowsOfBothClients() throws SQLException {
    for (String table : database.tablesOfClients()) {
      String column = table.equals("client") ? "id" : "client_id";
      List<String> clients =
          database.asSuperuser(connection ->
              texts(connection, "select distinct %s from %s".formatted(column, table)));
      assertThat(clients)
          .as(table)
          .contains(
              Integer.toString(database.first.value()), Integer.toString(database.second.value()));
    }
  }

  @Test
  void withoutAClientTheAppSeesNothing() throws SQLException {
    for (String sql : READABLE) {
      assertThat(database.<List<String>>as(database.app(), connection -> texts(connection, sql)))
          .as(sql)
          .isEmpty();
      assertThat(
              database.<List<String>>as(
                  database.app(),
                  connection -> {
                    execute(connection, "set local holdfast.client = ''");
                    return texts(connection, sql);
                  }))
          .as("with an empty client: %s", sql)
          .isEmpty();
    }
  }

  @Test
  void theAppSeesOneClientsRowsAndNoOthers() throws SQLException {
    for (ClientId client : List.of(database.first, database.second)) {
      for (String sql : READABLE) {
        assertThat(asApp(client, sql))
            .as(sql)
            .isNotEmpty()
            .containsOnly(Integer.toString(client.value()));
      }
    }
  }

  @Test
  void theClientIsForgottenWithTheTransaction() throws SQLException {
    List<String> seen =
        database.as(
            database.app(),
            connection -> {
              actFor(connection, database.first);
              assertThat(texts(connection, "select id from sku")).hasSize(1);
              connection.commit();
              return texts(connection, "select id from sku");
            });

    assertThat(seen).isEmpty();
  }

  @Test
  void nothingCanBeWrittenForAnotherClient() throws SQLException {
    int second = database.second.value();
    for (String sql :
        List.of(
            "insert into sku (client_id, code, name, unit, scale, category)"
                + " values ("
                + second
                + ", 'X', 'X', 'each', 0, 'x')",
            "insert into sku_barcode select " + second + ", '1', id from sku",
            "insert into command_outcome select "
                + second
                + ", 'x', fingerprint, at, outcome from command_outcome",
            "insert into location (client_id, code, name, kind, region, latitude, longitude,"
                + " time_zone, address) values ("
                + second
                + ", 'X', 'X', 'store', 'x', 0, 0,"
                + " 'UTC', 'x')")) {
      assertThatExceptionOfType(SQLException.class)
          .as(sql)
          .isThrownBy(() ->
              database.as(
                  database.app(),
                  connection -> {
                    actFor(connection, database.first);
                    return execute(connection, sql);
                  }))
          .withMessageContaining("row-level security");
    }
    assertThat(changedFor(database.first, "update sku set name = 'mine'")).isEqualTo(1);
    assertThat(changedFor(database.first, "update location set name = 'mine'")).isEqualTo(2);
    assertThat(changedFor(database.first, "delete from sku_barcode")).isEqualTo(1);
  }

  private static int changedFor(ClientId client, String sql) throws SQLException {
    return database.as(
        database.app(),
        (Connection connection) -> {
          actFor(connection, client);
          return execute(connection, sql);
        });
  }
}
