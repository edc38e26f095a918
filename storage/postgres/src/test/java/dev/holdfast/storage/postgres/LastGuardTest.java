package dev.holdfast.storage.postgres;

import static dev.holdfast.storage.postgres.TwoClients.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the schema refuses even from the batch writer itself, as if the program were wrong. The
 * position has 10 on hand and 4 reserved.
 */
final class LastGuardTest {
  private static final String CHECK_VIOLATION = "23514";
  private static final String UNIQUE_VIOLATION = "23505";

  private static TwoClients database;

  @BeforeAll
  static void open() throws SQLException {
    database = new TwoClients();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static int write(String sql) throws SQLException {
    String filled =
        sql.replace("POSITION", Long.toString(database.position.packed()))
            .replace("CLIENT", Integer.toString(database.first.value()));
    return database.as(database.writer(), connection -> execute(connection, filled));
  }

  private static void assertRefused(String sql, String state) {
    assertThatExceptionOfType(SQLException.class)
        .as(sql)
        .isThrownBy(() -> write(sql))
        .extracting(SQLException::getSQLState)
        .isEqualTo(state);
  }

  private static String entry(int kind, long version, long onHand, long reserved, long safety) {
    return ("insert into ledger_entry (position_id, version, client_id, kind, on_hand_delta,"
            + " reserved_delta, on_hand_after, reserved_after, safety_stock_after, at, actor)"
            + " values (POSITION, %s, CLIENT, %s, 0, 0, %s, %s, %s, now(), 1)")
        .formatted(version, kind, onHand, reserved, safety);
  }

  @Test
  void theWriterMayWriteWhatIsRight() throws SQLException {
    assertThat(write("update position set reserved = 10 where id = POSITION")).isEqualTo(1);
    assertThat(write("update position set reserved = 12, shortfall = 2 where id = POSITION"))
        .isEqualTo(1);
    assertThat(write(entry(3, 4, 10, 10, 0))).isEqualTo(1);
    assertThat(write(entry(6, 4, 3, 4, 0))).as("a count may leave a shortfall").isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reserved = 11",
        "on_hand = 3",
        "on_hand = 0, reserved = 1",
        "reserved = 11, shortfall = 2",
        "shortfall = 1",
        "shortfall = -1",
        "on_hand = -1, reserved = 0",
        "reserved = -1",
        "safety_stock = -1",
        "version = -1"
      })
  void aPositionThatCannotBeIsRefused(String change) {
    assertRefused("update position set " + change + " where id = POSITION", CHECK_VIOLATION);
  }

  /** Sold, reserved, transferred out: none may take what is not there or is promised. */
  @ParameterizedTest
  @CsvSource({
    "2, 10, 11, 0",
    "3, 10, 11, 0",
    "8, 10, 11, 0",
    "3, 10, 9, 2",
    "3, 10, 0, 11",
    "1, -1, 0, 0",
    "4, 10, -1, 0",
    "12, 10, 0, -1",
    "0, 10, 0, 0",
    "14, 10, 0, 0"
  })
  void anEntryThatCannotBeIsRefused(int kind, long onHand, long reserved, long safetyStock) {
    assertRefused(entry(kind, 4, onHand, reserved, safetyStock), CHECK_VIOLATION);
  }

  @Test
  void aVersionIsEnteredOnce() {
    assertRefused(entry(1, 3, 10, 4, 0), UNIQUE_VIOLATION);
    assertRefused(entry(1, 0, 10, 4, 0), CHECK_VIOLATION);
  }

  @Test
  void aReservationEndsOnce() {
    assertRefused("update reservation set state = 1", CHECK_VIOLATION);
    assertRefused("update reservation set settled_at = now()", CHECK_VIOLATION);
    assertRefused("update reservation set state = 4, settled_at = now()", CHECK_VIOLATION);
    assertRefused("update transfer set state = 1", CHECK_VIOLATION);
    assertRefused("update transfer set state = 3, settled_at = now()", CHECK_VIOLATION);
  }

  @Test
  void linesHaveAPositionAndAQuantityEach() {
    String insert =
        "insert into reservation (id, client_id, position_ids, quantities, created_at, expires_at)"
            + " values (gen_random_uuid(), CLIENT, %s, %s, now(), now())";
    assertRefused(insert.formatted("'{}'", "'{}'"), CHECK_VIOLATION);
    assertRefused(insert.formatted("'{1,2}'", "'{1}'"), CHECK_VIOLATION);
  }

  @Test
  void oneOutcomeIsStoredPerClientAndKey() {
    assertRefused(
        "insert into command_outcome"
            + " select client_id, idempotency_key, fingerprint, at, outcome from command_outcome",
        UNIQUE_VIOLATION);
  }
}
