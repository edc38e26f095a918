package dev.holdfast.bench.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the database as the server's own role does: without a client it must see nothing, with
 * one only that client's rows. Needs a login that may become that role.
 */
final class RoleTrial {
  static final Check UNNAMED =
      new Check(
          9,
          "without a client the server's role sees nothing",
          Examined.TABLES,
          "Stop the servers: one client may be shown another's rows. Compare the policies of the"
              + " table with the migrations of storage/postgres.");

  static final Check NAMED =
      new Check(
          9,
          "with a client the server's role sees that client's rows only",
          Examined.TABLES,
          UNNAMED.mend());

  /** So many clients are tried; the policies do not tell one from another. */
  private static final int TRIED = 3;

  private static final String NOT_PERMITTED = "42501";

  /** Tables of which the role may see whose a row is. */
  private static final String TABLES =
      "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
          + " where c.relnamespace = 'holdfast'::regnamespace and c.relkind in ('r', 'p')"
          + " and a.attname = 'client_id' and not a.attisdropped"
          + " and has_column_privilege(current_database() || '_app', c.oid, a.attnum, 'select')"
          + " order by 1";

  private final Connection connection;

  RoleTrial(Connection connection) {
    this.connection = connection;
  }

  /** Leaves the transaction as it was, in the auditor's role. */
  void run(Tally unnamed, Tally named) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      List<String> tables = texts(TABLES);
      List<String> clients = texts("select id::text from client order by id limit " + TRIED);
      unnamed.examined(tables.size());
      named.examined(tables.size());
      become("app");
      for (String table : tables) {
        look(table, "", unnamed);
        for (String client : clients) {
          look(table, client, named);
        }
      }
    } catch (SQLException refused) {
      if (!NOT_PERMITTED.equals(refused.getSQLState())) {
        throw refused;
      }
      connection.rollback(before);
      String role = texts("select current_database() || '_app'").getFirst();
      String login = texts("select session_user").getFirst();
      String why =
          "the login "
              + login
              + " may not become "
              + role
              + "; as a superuser, GRANT \""
              + role
              + "\" TO \""
              + login
              + "\"";
      unnamed.notChecked(why);
      named.notChecked(why);
    }
    connection.rollback(before);
  }

  /** As nobody, any row is one too many; as a client, any of another client is. */
  private void look(String table, String client, Tally tally) throws SQLException {
    String others = client.isEmpty() ? "" : " where client_id <> " + client;
    texts("select set_config('holdfast.client', '" + client + "', true)");
    List<String> seen = texts("select client_id::text from " + table + others + " limit 1");
    if (!seen.isEmpty()) {
      String as = client.isEmpty() ? "without a client" : "as client number " + client;
      tally.add(
          new Violation(
              Integer.valueOf(seen.getFirst()),
              null,
              "table " + table,
              "a row seen " + as,
              "none"));
    }
  }

  private void become(String kind) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set local role "
              + statement.enquoteIdentifier(connection.getCatalog() + "_" + kind, true));
    }
  }

  private List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
