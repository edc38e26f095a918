package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What finds rows by their keys does so from the first one on. A plan is made while a table is
 * nearly empty and stays while it grows, until it is analysed: with an index of a list it would
 * read all rows of the client for each one.
 */
class KeyPlansTest {
  private static PostgresFixture fixture;

  @BeforeAll
  static void open() {
    fixture = new PostgresFixture();
  }

  @AfterAll
  static void close() throws Exception {
    fixture.close();
  }

  /** The plan that a prepared statement keeps, of tables that nobody has analysed. */
  private static String plan(String statement) throws SQLException {
    Matcher parameter = Pattern.compile("\\?|(?<!:):[a-z]+").matcher(statement);
    StringBuilder numbered = new StringBuilder();
    List<String> nothing = new ArrayList<>();
    while (parameter.find()) {
      nothing.add("null");
      parameter.appendReplacement(numbered, Matcher.quoteReplacement("$" + nothing.size()));
    }
    parameter.appendTail(numbered);
    StringBuilder plan = new StringBuilder();
    try (Connection connection = TestServer.superuser(fixture.target());
        Statement ask = connection.createStatement()) {
      ask.execute("set search_path = " + Database.SCHEMA);
      ask.execute("set plan_cache_mode = force_generic_plan");
      // A table of two pages is read whole, which is right, and which it is not for long.
      ask.execute("set enable_seqscan = off");
      ask.execute("prepare kept as " + numbered);
      try (ResultSet row =
          ask.executeQuery("explain execute kept(" + String.join(", ", nothing) + ")")) {
        while (row.next()) {
          plan.append(row.getString(1)).append('\n');
        }
      }
    }
    return plan.toString();
  }

  /** The indexes that a plan names. */
  private static Set<String> indexes(String statement) throws SQLException {
    String plan = plan(statement);
    Set<String> indexes = new TreeSet<>();
    Matcher scan =
        Pattern.compile("Index (?:Only )?Scan using (\\w+)|Bitmap Index Scan on (\\w+)")
            .matcher(plan);
    while (scan.find()) {
      indexes.add(scan.group(1) == null ? scan.group(2) : scan.group(1));
    }
    assertThat(indexes).as(plan).isNotEmpty();
    return indexes;
  }

  @Test
  void ordersAreFoundByIdentifierAndByNumber() throws SQLException {
    assertThat(indexes(OrderWrites.LOCK))
        .containsExactly("customer_order_number", "customer_order_pkey");
    assertThat(indexes(OrderList.SELECT + " and number = :number"))
        .containsExactly("customer_order_number");
    assertThat(indexes(OrderList.SELECT + " and id = :id")).containsExactly("customer_order_pkey");
  }

  @Test
  void lotsAreFoundByTheirPositions() throws SQLException {
    assertThat(indexes(PostgresLotStore.DATED)).containsExactly("lot_pkey", "position_pkey");
    assertThat(indexes(LotWrites.READ)).containsExactly("lot_pkey");
  }

  @Test
  void whatWaitsIsFoundByItsFact() throws SQLException {
    assertThat(indexes(RollUpFold.WAITING)).containsExactly("open_shipment_pkey");
    assertThat(indexes(RollUpFold.NO_LONGER_WAITING)).containsExactly("open_shipment_pkey");
  }

  @Test
  void wavesAndPickListsAreFoundByTheirIdentifiers() throws SQLException {
    assertThat(indexes(FloorRows.WAVE + " and id = :id")).containsExactly("wave_pkey");
    assertThat(indexes(FloorRows.WAVE + " and request_key = :key")).containsExactly("wave_request");
    assertThat(indexes(FloorRows.PICK_LIST + " and id = :id")).containsExactly("pick_list_pkey");
  }

  /**
   * Lists may take whatever suits them; the newest of theirs is one that a key was mistaken for.
   */
  @Test
  void listsByPlacingUseTheirIndex() throws SQLException {
    assertThat(indexes(OrderList.SELECT + " and created_at >= :moment"))
        .containsExactly("customer_order_placed");
  }
}
