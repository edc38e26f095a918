package dev.holdfast.storage.postgres;

import static dev.holdfast.storage.postgres.TwoClients.execute;
import static dev.holdfast.storage.postgres.TwoClients.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The program's roles own nothing, and can do their own work and no other. */
final class RolesTest {
  private static final String PERMISSION_DENIED = "42501";

  private static final List<String> JOBS_READ =
      List.of(
          "command_outcome",
          "reservation",
          "webhook",
          "webhook_secret",
          "webhook_cursor",
          "threshold",
          "lot",
          "roll_up",
          "roll_up_fact",
          "roll_up_mark",
          "roll_up_version",
          "open_shipment",
          "backlog",
          "refusal");

  /** Follows from facts: whoever folds them may write it, and forget it as a whole. */
  private static final List<String> FOLDED =
      List.of(
          "roll_up", "roll_up_fact", "roll_up_mark", "roll_up_version", "open_shipment", "backlog");

  private static TwoClients database;

  @BeforeAll
  static void open() throws SQLException {
    database = new TwoClients();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static void assertDenied(String role, String sql) {
    assertThatExceptionOfType(SQLException.class)
        .as("%s: %s", role, sql)
        .isThrownBy(() -> database.as(role, connection -> execute(connection, sql)))
        .extracting(SQLException::getSQLState)
        .isEqualTo(PERMISSION_DENIED);
  }

  private static void assertAllowed(String role, String sql) throws SQLException {
    assertThat(database.<Integer>as(role, connection -> execute(connection, sql)))
        .as("%s: %s", role, sql)
        .isNotNegative();
  }

  private static List<String> asked(String sql) throws SQLException {
    String quoted = "'" + String.join("', '", database.roles()) + "'";
    return database.asSuperuser(connection -> texts(connection, sql.replace("ROLES", quoted)));
  }

  @Test
  void thereAreSixRoles() throws SQLException {
    assertThat(asked("select rolname from pg_roles where rolname in (ROLES)")).hasSize(6);
  }

  @Test
  void theRolesOwnNothing() throws SQLException {
    assertThat(
            asked(
                "select classid::regclass || ' ' || objid from pg_shdepend d"
                    + " join pg_roles r on r.oid = d.refobjid and d.refclassid = 'pg_authid'::regclass"
                    + " where d.deptype = 'o' and r.rolname in (ROLES)"))
        .isEmpty();
  }

  @Test
  void theRolesHaveNoPowersOverTheServer() throws SQLException {
    assertThat(
            asked(
                "select rolname from pg_roles where rolname in (ROLES) and (rolsuper or"
                    + " rolcreaterole or rolcreatedb or rolbypassrls)"))
        .isEmpty();
    assertThat(asked("select rolname from pg_roles where rolname in (ROLES) and rolreplication"))
        .as("who may read the log")
        .singleElement()
        .asString()
        .endsWith("_feed");
    assertThat(
            asked(
                "select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.member"
                    + " where r.rolname in (ROLES)"))
        .as("members of other roles")
        .isEmpty();
  }

  @Test
  void ledgerEntriesCannotBeChangedOrDeletedByAnyRole() {
    for (String role : database.roles()) {
      assertDenied(role, "update ledger_entry set on_hand_delta = 0");
      assertDenied(role, "update ledger_entry set note = null");
      assertDenied(role, "delete from ledger_entry");
      assertDenied(role, "truncate ledger_entry");
    }
  }

  @Test
  void storedOutcomesCannotBeChangedByAnyRole() {
    for (String role : database.roles()) {
      assertDenied(role, "update command_outcome set outcome = ''");
      assertDenied(role, "truncate command_outcome");
    }
  }

  @Test
  void theSchemaCannotBeChangedByAnyRole() {
    for (String role : database.roles()) {
      for (String sql :
          List.of(
              "create table holdfast.mine (id int)",
              "create table public.mine (id int)",
              "create schema mine",
              "create function holdfast.mine() returns int language sql as 'select 1'",
              "alter table position drop constraint position_never_oversold",
              "alter table position disable row level security",
              "alter table position no force row level security",
              "alter table ledger_entry add column mine int",
              "create policy mine on position using (true)",
              "drop policy own_client on position",
              "create index mine on position (version)",
              "create trigger mine before update on position for each row"
                  + " execute function suppress_redundant_updates_trigger()",
              "drop table ledger_entry",
              "grant delete on ledger_entry to current_user")) {
        assertDeniedOrWithoutEffect(role, sql);
      }
    }
  }

  /** GRANT without the right to grant may be a warning; it must leave nothing behind. */
  private static void assertDeniedOrWithoutEffect(String role, String sql) {
    if (sql.startsWith("grant")) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() ->
              database.as(
                  role,
                  connection ->
                      execute(connection, sql) + execute(connection, "delete from ledger_entry")))
          .extracting(SQLException::getSQLState)
          .isEqualTo(PERMISSION_DENIED);
    } else {
      assertDenied(role, sql);
    }
  }

  @Test
  void nobodyChangesHistoryOfMigrations() {
    for (String role : database.roles()) {
      assertDenied(role, "select * from flyway_schema_history");
      assertDenied(role, "delete from flyway_schema_history");
    }
  }

  @Test
  void theAppReadsStockAndNeverWritesIt() throws SQLException {
    String app = database.app();
    for (String table : List.of("position", "ledger_entry", "reservation", "transfer")) {
      assertAllowed(app, "create temp table seen as select * from " + table);
      assertDenied(app, "insert into " + table + " default values");
      assertDenied(app, "delete from " + table);
    }
    assertDenied(app, "update position set on_hand = 1000");
    assertDenied(app, "update reservation set state = 0");
    assertDenied(app, "update transfer set to_location = 1");
    assertDenied(app, "update sku set scale = 3");
    assertDenied(app, "update sku set client_id = 1");
    assertDenied(app, "delete from sku");
    assertDenied(app, "delete from location");
    assertDenied(app, "delete from command_outcome");
    assertDenied(app, "select * from client");
    assertDenied(app, "select secret_hash from api_key");
    assertDenied(app, "select published_secret from api_key");
    assertDenied(app, "select * from account");
    assertDenied(app, "select * from session");
    assertDenied(app, "select secret from webhook_secret");
    assertDenied(app, "update webhook_secret set secret = 'mine'");
    assertDenied(app, "insert into webhook_cursor default values");
    assertAllowed(app, "create temp table fresh as select as_of from roll_up_mark");
    assertDenied(app, "select * from roll_up_fact");
    assertDenied(app, "update roll_up set orders = 1000");
    assertDenied(app, "update roll_up_mark set value = 0");
    assertDenied(app, "update roll_up_version set number = 0");
  }

  @Test
  void theWriterHasItsOwnStatementsOnly() throws SQLException {
    String writer = database.writer();
    assertAllowed(writer, "update position set version = version + 1");
    assertDenied(writer, "update position set client_id = 1");
    assertDenied(writer, "update position set id = id + 1");
    assertDenied(writer, "update reservation set position_ids = '{}'");
    assertDenied(writer, "update reservation set quantities = '{}'");
    assertDenied(writer, "update transfer set quantities = '{}'");
    for (String table : database.tables()) {
      assertDenied(writer, "delete from " + table);
    }
    for (String hidden : List.of("client", "api_key", "sku", "sku_barcode", "location")) {
      assertDenied(writer, "select * from " + hidden);
      assertDenied(writer, "insert into " + hidden + " default values");
    }
  }

  @Test
  void theRoleThatRecognisesKeysSeesNoStock() throws SQLException {
    String access = database.roles().getFirst();
    assertThat(access).endsWith("_access");
    assertAllowed(access, "update api_key set revoked_at = now()");
    assertDenied(access, "update api_key set operator = true");
    assertDenied(access, "update api_key set secret_hash = ''");
    assertDenied(access, "update client set code = 'mine'");
    assertDenied(access, "update api_key set published_secret = 'mine'");
    assertDenied(access, "update account set email = 'mine@example.com'");
    assertDenied(access, "update session set account_id = 1");
    for (String table : database.tables()) {
      if (!table.equals("session")) {
        assertDenied(access, "delete from " + table);
      }
      if (!List.of("client", "api_key", "account", "session").contains(table)) {
        assertDenied(access, "select * from " + table);
      }
    }
  }

  @Test
  void theJobsSeeWhatIsDueTellWebhooksFoldFactsForgetOldOutcomesKeepRefusalsAndNothingElse()
      throws SQLException {
    String jobs = database.app().replace("_app", "_jobs");
    assertAllowed(jobs, "delete from command_outcome");
    for (String table : database.tables()) {
      if (!List.of("webhook_cursor", "refusal").contains(table) && !FOLDED.contains(table)) {
        assertDenied(jobs, "insert into " + table + " default values");
      }
      if (!List.of("command_outcome", "open_shipment", "backlog").contains(table)) {
        assertDenied(jobs, "delete from " + table);
      }
      if (!JOBS_READ.contains(table)) {
        assertDenied(jobs, "select * from " + table);
      }
    }
    assertAllowed(jobs, "truncate roll_up, roll_up_fact, open_shipment, backlog");
    assertDenied(jobs, "truncate roll_up_mark");
    assertDenied(jobs, "truncate roll_up_version");
    assertDenied(jobs, "insert into roll_up_mark values (true, 0, now())");
    assertDenied(jobs, "update reservation set state = 3");
    assertDenied(jobs, "update webhook set url = 'https://example.com'");
    assertDenied(jobs, "update webhook_secret set secret = 'mine'");
    assertAllowed(jobs, "update webhook_cursor set tries = tries");
  }

  @Test
  void theAuditReadsEverythingAndWritesNothing() throws SQLException {
    String audit = database.app().replace("_app", "_audit");
    assertDenied(audit, "select password_hash from account");
    assertDenied(audit, "select secret_hash from session");
    assertAllowed(audit, "create temp table fresh as select as_of from roll_up_mark");
    for (String table : database.tablesOfClients()) {
      List<String> clients =
          database.as(
              audit,
              connection ->
                  texts(
                      connection,
                      "select distinct "
                          + (table.equals("client") ? "id" : "client_id")
                          + " from "
                          + table));
      assertThat(clients).as(table).hasSize(2);
      assertDenied(audit, "delete from " + table);
      assertDenied(audit, "insert into " + table + " default values");
    }
  }
}
